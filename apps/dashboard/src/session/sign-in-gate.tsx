import { Center, Loader } from '@mantine/core';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { api } from '../api/klaxon.ts';
import { isProblem } from '../api/problem.ts';
import { Failure } from '../shared/failure.tsx';
import { Shell } from '../shell/shell.tsx';
import { OpenPage } from './open-page.tsx';
import { SessionContext } from './session.ts';
import { SignInPage } from './sign-in-page.tsx';
import { WelcomePage } from './welcome-page.tsx';

/** Whoever is signed in gets the pages, everybody else the way in. */
export function SignInGate() {
  return (
    <Routes>
      <Route path="/welcome" element={<WelcomePage />} />
      <Route path="/open" element={<OpenPage />} />
      <Route path="*" element={<Door />} />
    </Routes>
  );
}

function Door() {
  const { data, error, refetch } = api.useQuery('get', '/api/me', {}, { staleTime: 60_000 });
  const { pathname } = useLocation();
  if (isProblem(error) && error.status === 401) return <SignInPage />;
  if (data && pathname === '/sign-in') return <Navigate to="/" replace />;
  if (data)
    return (
      <SessionContext value={data}>
        <Shell />
      </SessionContext>
    );
  return (
    <Center component="main" mih="100vh" p="md">
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <Loader role="status" aria-label="Loading" />
      )}
    </Center>
  );
}
