// Generated from openapi.json by scripts/openapi.mjs.
export interface paths {
    "/api/auth/methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How to sign in */
        get: operations["getSignInMethods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description Sets the session cookie, and another by which the browser is known: guesses from elsewhere do not keep the account out of it. The answer is the same for a wrong password and for an account that is not there.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/local": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter where nobody signs in
         * @description Sets a cookie by the token in the address that Klaxon prints at its start. Programs send the token as bearer token instead.
         */
        post: operations["enterLocally"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description Ends the session at once, wherever its cookie may be.
         */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get an access token
         * @description For 15 minutes, with all that its owner may. With a session cookie, or with e-mail and password.
         */
        post: operations["createAccessToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys of access tokens */
        get: operations["getKeySet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asks, and what they may */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the own name */
        patch: operations["editMe"];
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the own password
         * @description All other sessions end.
         */
        post: operations["changeMyPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the own sessions */
        get: operations["listMySessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of the own sessions */
        delete: operations["revokeMySession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions/revoke-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End all own sessions but this one */
        post: operations["revokeMyOtherSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the audit log
         * @description Who changed what, newest first. Nothing in it is ever changed.
         */
        get: operations["listAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit-log/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the audit log
         * @description All that matches, newest first, as a file.
         */
        get: operations["exportAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description By name; the keys themselves are told to nobody again.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make an API key
         * @description For a machine; it can do what its scopes say, and nothing that its maker may not. Made with a key of a team, it must be for that team; made with a key that ends, it must not end later.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description Within five seconds it opens nothing any more.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List integrations
         * @description Where alerts come from, by name.
         */
        get: operations["listIntegrations"];
        put?: never;
        /**
         * Set up an integration
         * @description Answers its key, which can only send alerts, and lines for alertmanager.yml.
         */
        post: operations["createIntegration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integrations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an integration */
        get: operations["getIntegration"];
        put?: never;
        post?: never;
        /**
         * Delete an integration
         * @description Its keys end with it: alerts that are sent with them are refused.
         */
        delete: operations["deleteIntegration"];
        options?: never;
        head?: never;
        /**
         * Edit an integration
         * @description What it adds counts for the alerts to come.
         */
        patch: operations["editIntegration"];
        trace?: never;
    };
    "/api/integrations/{id}/rotate-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an integration a new key
         * @description The old ones go on for a while: time to put the new one where it is used. It takes alerts:write as well, and no API key that ends.
         */
        post: operations["rotateIntegrationKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/invitations/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whom a one-time link is for
         * @description Uses nothing up. A link that was used, replaced or has expired is a 400.
         */
        post: operations["checkInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the password by a one-time link
         * @description Once: it uses the link up, ends all sessions there are and the tie to an account of the OpenID provider, and sets the cookie of a new one. A link that was used, replaced or has expired is a 400.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         * @description By name; `q` looks into name and e-mail address.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Invite a user
         * @description Answers a one-time link, good for seven days, by which they set their password. Klaxon sends it to nobody: hand it over. An API key lets in viewers alone.
         */
        post: operations["inviteUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a user */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Edit a user
         * @description Counts from their next request on. With another address, a link they have not used yet ends; where an API key gives it, all they could come in by. A higher role ends all their sessions, and a password or link that an API key had a hand in: give them a new link then. The last admin stays one: 409. An API key changes role, address and teams of viewers alone, and makes them nothing else.
         */
        patch: operations["editUser"];
        trace?: never;
    };
    "/api/users/{id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate a user
         * @description Ends all their sessions, access tokens and links at once. Their name stays where it stands. The last admin cannot be deactivated: 409. An API key deactivates viewers alone.
         */
        post: operations["deactivateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reactivate a user
         * @description With the role and teams that they had, and the password unless it was set by a link of an API key. An API key reactivates viewers alone.
         */
        post: operations["reactivateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new one-time link
         * @description For who lost theirs, forgot their password, or has another account of the OpenID provider now. The link before it ends; password and sessions stay until it is used. An API key makes one for viewers alone.
         */
        post: operations["renewInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List teams
         * @description All of them, by name, with the ids of their members.
         */
        get: operations["listTeams"];
        put?: never;
        /** Set up a team */
        post: operations["createTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a team */
        get: operations["getTeam"];
        put?: never;
        post?: never;
        /**
         * Delete a team
         * @description Its members stay users. While services, API keys or integrations belong to it, a 409 names them.
         */
        delete: operations["deleteTeam"];
        options?: never;
        head?: never;
        /** Rename a team */
        patch: operations["renameTeam"];
        trace?: never;
    };
    "/api/teams/{id}/members/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put a user into a team
         * @description Doing it twice is the same as doing it once. An API key puts viewers alone into a team, and that of a team into its own.
         */
        put: operations["addMember"];
        post?: never;
        /**
         * Take a user out of a team
         * @description Doing it twice is the same as doing it once. An API key of a team takes out of its own alone.
         */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List services
         * @description By name, each with its team.
         */
        get: operations["listServices"];
        put?: never;
        /**
         * Set up a service
         * @description Its incidents, those that are there already too, belong to the team.
         */
        post: operations["createService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a service */
        get: operations["getService"];
        put?: never;
        post?: never;
        /**
         * Delete a service
         * @description Its incidents become everybody’s.
         */
        delete: operations["deleteService"];
        options?: never;
        head?: never;
        /**
         * Edit a service
         * @description Changes what is given; null in place of a team makes it everybody’s.
         */
        patch: operations["editService"];
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process lives
         * @description For liveness probes: it looks at nothing else, so a database outage restarts no process.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process can do its work
         * @description For probes of the whole installation: whether alerts can be stored, and whether what is due is taken by a worker. `/api/status` tells more. The database is asked once a second at the most.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List incidents
         * @description The incidents that match all the given filters, page by page.
         */
        get: operations["listIncidents"];
        put?: never;
        /**
         * Open an incident by hand
         * @description It has no group: alerts join it only when an incident of theirs is merged into it.
         */
        post: operations["createIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an incident */
        get: operations["getIncident"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Edit an incident
         * @description Changes its title, description, severity or assignee.
         */
        patch: operations["editIncident"];
        trace?: never;
    };
    "/api/incidents/{id}/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the alerts of an incident
         * @description Oldest first; those that fire, those that are resolved, or all of them.
         */
        get: operations["listIncidentAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the timeline of an incident
         * @description Everything that happened to it, who did it and why, oldest first. Nothing is ever changed in it.
         */
        get: operations["getIncidentTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge an incident
         * @description Says that somebody works on it. Doing so again changes nothing; with another assignee it hands the incident over.
         */
        post: operations["acknowledgeIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve an incident
         * @description Says that it is over. An alert that goes on firing stays quiet for a while.
         */
        post: operations["resolveIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen a resolved incident
         * @description Fails with 409 where it was merged, or its group has a newer incident.
         */
        post: operations["reopenIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a note to the timeline of an incident
         * @description To a resolved incident too.
         */
        post: operations["addIncidentNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep an incident quiet for a while
         * @description Until a time in the future; null ends the quiet at once.
         */
        post: operations["snoozeIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge an incident into another
         * @description This one ends; the other takes its alerts, answers for its group from then on, and is what is answered.
         */
        post: operations["mergeIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List alerts
         * @description The alerts that match all the given filters, newest first. Of labels and of annotations a list shows 8,192 characters an alert.
         */
        get: operations["listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an alert */
        get: operations["getAlert"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rejected-alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what could not be taken in
         * @description What monitoring systems sent and Klaxon could not read, with the reason, newest first; and, one a minute, of whom alerts were refused because they may not send any.
         */
        get: operations["listRejectedAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/test-alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test alert
         * @description Takes in an alert `KlaxonTest` in the very way that those of Alertmanager take, and tells the channels of it. It opens an incident, or joins the open one of its service. Resolve the incident: by itself the alert ends only with `ALERTMANAGER_URL`, within minutes, because no Alertmanager knows it. Responders and keys of a team send it for services of their teams, or of none.
         */
        post: operations["sendTestAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow what changes
         * @description Server-sent events. Each `incident` event says what changed about which incident; its `data` is a `LiveEvent`. Whoever comes back with the `id` of the last event gets what came after it, each event once. A `reset` event says that this cannot be told: load everything again, and go on listening. A `heartbeat` event comes every 15 seconds. After ten minutes the stream ends, and browsers open it again by themselves; it ends within two seconds where its session, account or key ends, or its owner gets another role. One caller may have thirty at a process.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the metrics
         * @description How many incidents there are and how long they took, of those that match all the given filters.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the metrics over time
         * @description The metrics of the incidents that were created in each bucket of UTC time.
         */
        get: operations["getMetricsSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics/breakdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the metrics by service or severity
         * @description The metrics of the incidents of each service or severity, of those that match all the given filters.
         */
        get: operations["getMetricsBreakdown"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics/noise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the alerts that make noise
         * @description Which alerts made incidents that nobody acknowledged, by `alertname` and `service`, of those created within at most 31 days. Incidents without an `alertname` are left out.
         */
        get: operations["getMetricsNoise"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how Klaxon itself fares
         * @description What is wrong with it, for people to mend, and how far its set-up has come. The probes are /health and /ready.
         */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List notifications
         * @description Who was told of what, and what came of it: those that match all the given filters, newest first.
         */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a notification again
         * @description From the first attempt on, as the incident is now. Fails with 409 while it is still on its way.
         */
        post: operations["resendNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channel-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the types of channel
         * @description What channels there can be, and the fields that each is set up with.
         */
        get: operations["listChannelTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List channels
         * @description All of them: first those that the environment configures, then the others.
         */
        get: operations["listChannels"];
        put?: never;
        /**
         * Set up a channel
         * @description It hears everything until it has rules. Fails with 409 where the name is taken, or where there is no SECRET_KEY to keep its secrets with.
         */
        post: operations["createChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a channel */
        get: operations["getChannel"];
        put?: never;
        post?: never;
        /**
         * Delete a channel
         * @description And its rules. What it was told stays on record; what is still on its way to it fails.
         */
        delete: operations["deleteChannel"];
        options?: never;
        head?: never;
        /**
         * Edit a channel
         * @description Changes what is given. Its type stays, and one of the environment cannot be edited (409).
         */
        patch: operations["editChannel"];
        trace?: never;
    };
    "/api/channels/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test message
         * @description Sends at once, waits for the provider, and answers what it said: 200 also where that was a refusal. Fails with 409 for a channel that is disabled.
         */
        post: operations["testChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notification-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List notification rules
         * @description All of them, or those of one channel, oldest first.
         */
        get: operations["listNotificationRules"];
        put?: never;
        /**
         * Say what a channel hears
         * @description From its first rule on, a channel hears only what one of its rules matches. An empty list is refused: leave it out for any.
         */
        post: operations["createNotificationRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notification-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a notification rule */
        get: operations["getNotificationRule"];
        put?: never;
        post?: never;
        /**
         * Delete a notification rule
         * @description With its last rule gone, a channel hears everything again.
         */
        delete: operations["deleteNotificationRule"];
        options?: never;
        head?: never;
        /**
         * Edit a notification rule
         * @description Changes what is given; null in place of a list means any.
         */
        patch: operations["editNotificationRule"];
        trace?: never;
    };
    "/api/webhooks/alertmanager": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take in a notification of Alertmanager
         * @description Answers when everything is stored. A malformed alert among good ones is kept among the rejected, and the good ones are taken in. After a 503 nothing is stored later, and Alertmanager comes again by itself. For integrations, API keys of all teams and admins.
         */
        post: operations["receiveAlertmanagerNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/alertmanager/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take in a notification of Alertmanager, with the key in the path
         * @description For senders that can set nothing but an address.
         */
        post: operations["receiveAlertmanagerNotificationByKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integrations/slack/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take in a button that was pressed in Slack
         * @description The "Request URL" of the Slack app, for interactivity. Requests must carry Slack's signature, from within five minutes. It answers 404 where SLACK_SIGNING_SECRET is not set.
         */
        post: operations["receiveSlackInteraction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integrations/telegram/updates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take in a button that was pressed in Telegram
         * @description The address to give to `setWebhook`, with TELEGRAM_WEBHOOK_SECRET as `secret_token`. It answers 404 where that is not set. After a 503 Telegram comes again by itself.
         */
        post: operations["receiveTelegramUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description The audit log as CSV, with a line of names first.
         * @example id,at,actor_kind,actor_id,actor_name,action,target_kind,target_id,target_name,before,after,request_id,address
         */
        AuditCsv: string;
        /**
         * @description The audit log, one JSON object a line, each as `AuditEntry`.
         * @example {"id":"0199f3a5-1d20-7f6c-b1d4-2c8e4a6f9b40","at":"2026-11-24T09:15:00.000Z","actor":{"kind":"user","id":"0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10","name":"Ada"},"action":"user.edited","target":{"kind":"user","id":"0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d12","name":"grace@example.org"},"before":{"role":"viewer"},"after":{"role":"responder"},"request_id":"0199f3b2-55aa","address":"192.0.2.7"}
         */
        AuditJsonLines: string;
        /**
         * @description What a person sets by their link.
         * @example {
         *       "token": "Zm9ydHktdGhyZWUgY2hhcmFjdGVycyBvZiBiYXNlNjR1cmw",
         *       "password": "four words are enough"
         *     }
         */
        AcceptInvitationRequest: {
            /** @description What stands after `#token=` in the link. */
            token: string;
            /**
             * Format: password
             * @description The password from now on: 12 to 200 characters.
             */
            password: string;
            /** @description As others see it; the one they were invited by where it is left out. */
            name?: string;
        };
        /**
         * @description A token for `Authorization: Bearer`.
         * @example {
         *       "access_token": "eyJhbGciOiJFZERTQSJ9.e30.c2ln",
         *       "token_type": "Bearer",
         *       "expires_in": 900
         *     }
         */
        AccessToken: {
            /** @description A JWT. */
            access_token: string;
            /** @enum {string} */
            token_type: "Bearer";
            /** @description Seconds. */
            expires_in: number;
        };
        /**
         * @description Who takes the incident.
         * @example {
         *       "assignee_id": "ada"
         *     }
         */
        AcknowledgeRequest: {
            /** @description Who works on the incident from now on: the id of an active user, or any name where nobody signs in. Left out: whoever asks. */
            assignee_id?: string;
        };
        /** @description Who did it. `system` is Klaxon itself, acting on what alerts and clocks tell. */
        Actor: {
            /** @enum {string} */
            kind: "person" | "integration" | "system";
            /** @description Null for Klaxon itself. */
            id: string | null;
            /** @description What people call them now; null for Klaxon itself. */
            name: string | null;
        };
        /**
         * @description A note for the timeline.
         * @example {
         *       "text": "The load balancer still sends traffic to checkout-3."
         *     }
         */
        AddNoteRequest: {
            text: string;
        };
        /**
         * @description One alert of a monitoring system.
         * @example {
         *       "id": "0199f3a4-7c1a-7b3e-8a53-5d1f0c9b7e21",
         *       "source": "alertmanager",
         *       "fingerprint": "9f3b1c7a52d4e608",
         *       "status": "firing",
         *       "severity": "critical",
         *       "starts_at": "2026-11-23T09:00:00.000Z",
         *       "ends_at": null,
         *       "labels": {
         *         "alertname": "InstanceDown",
         *         "service": "checkout",
         *         "severity": "critical"
         *       },
         *       "annotations": {
         *         "summary": "checkout-3 has been down for more than five minutes."
         *       },
         *       "generator_url": "http://prometheus.example.org/graph?g0.expr=up+%3D%3D+0",
         *       "incident_id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *       "created_at": "2026-11-23T09:00:12.345Z",
         *       "last_seen_at": "2026-11-23T09:05:12.345Z",
         *       "unconfirmed_since": null
         *     }
         */
        Alert: {
            /** Format: uuid */
            id: string;
            /** @description What kind of system it came from. */
            source: string;
            /** @description What the source knows it by. */
            fingerprint: string;
            status: components["schemas"]["AlertStatus"];
            severity: components["schemas"]["Severity"];
            /** Format: date-time */
            starts_at: string;
            /**
             * Format: date-time
             * @description When it ended; null while it fires.
             */
            ends_at: string | null;
            labels: components["schemas"]["Labels"];
            annotations: components["schemas"]["Labels"];
            /** @description Where the source shows it. Only ever an http or https address. */
            generator_url: string | null;
            /**
             * Format: uuid
             * @description The incident that it belongs to.
             */
            incident_id: string | null;
            /**
             * Format: date-time
             * @description When Klaxon first heard of it, in this incident.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When a source last spoke of it, to the minute.
             */
            last_seen_at: string;
            /**
             * Format: date-time
             * @description Since when a firing waits to be confirmed, because it came right after the resolution it contradicts.
             */
            unconfirmed_since: string | null;
        };
        /**
         * @description A page of alerts.
         * @example {
         *       "alerts": [
         *         {
         *           "id": "0199f3a4-7c1a-7b3e-8a53-5d1f0c9b7e21",
         *           "source": "alertmanager",
         *           "fingerprint": "9f3b1c7a52d4e608",
         *           "status": "firing",
         *           "severity": "critical",
         *           "starts_at": "2026-11-23T09:00:00.000Z",
         *           "ends_at": null,
         *           "labels": {
         *             "alertname": "InstanceDown",
         *             "service": "checkout",
         *             "severity": "critical"
         *           },
         *           "annotations": {
         *             "summary": "checkout-3 has been down for more than five minutes."
         *           },
         *           "generator_url": "http://prometheus.example.org/graph?g0.expr=up+%3D%3D+0",
         *           "incident_id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *           "created_at": "2026-11-23T09:00:12.345Z",
         *           "last_seen_at": "2026-11-23T09:05:12.345Z",
         *           "unconfirmed_since": null
         *         }
         *       ],
         *       "total": 1,
         *       "next_cursor": null
         *     }
         */
        AlertList: {
            alerts: components["schemas"]["Alert"][];
            /** @description How many there are in all. */
            total: number;
            /** @description Ask for the next page with it; null on the last one. */
            next_cursor: string | null;
        };
        /**
         * @description Whether an alert is on.
         * @enum {string}
         */
        AlertStatus: "firing" | "resolved";
        /** @description One alert of a notification. */
        AlertmanagerAlert: {
            /** @enum {string} */
            status: "firing" | "resolved";
            labels: {
                [key: string]: string;
            };
            annotations?: {
                [key: string]: string;
            };
            /** Format: date-time */
            startsAt: string;
            /**
             * Format: date-time
             * @description Year 0001 means that it has not ended.
             */
            endsAt?: string;
            generatorURL?: string;
            /** @description Computed from the labels where it is left out. */
            fingerprint?: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description Alertmanager's webhook payload, version 4. Fields that Klaxon does not know are ignored.
         * @example {
         *       "version": "4",
         *       "groupKey": "{}:{alertname=\"InstanceDown\"}",
         *       "truncatedAlerts": 0,
         *       "status": "firing",
         *       "receiver": "klaxon",
         *       "groupLabels": {
         *         "alertname": "InstanceDown"
         *       },
         *       "commonLabels": {
         *         "alertname": "InstanceDown",
         *         "service": "checkout",
         *         "severity": "critical"
         *       },
         *       "commonAnnotations": {},
         *       "externalURL": "http://alertmanager.example.org:9093",
         *       "alerts": [
         *         {
         *           "status": "firing",
         *           "labels": {
         *             "alertname": "InstanceDown",
         *             "service": "checkout",
         *             "severity": "critical"
         *           },
         *           "annotations": {
         *             "summary": "checkout-3 has been down for more than five minutes."
         *           },
         *           "startsAt": "2026-11-23T09:00:00.000Z",
         *           "endsAt": "0001-01-01T00:00:00Z",
         *           "generatorURL": "http://prometheus.example.org/graph?g0.expr=up+%3D%3D+0",
         *           "fingerprint": "9f3b1c7a52d4e608"
         *         }
         *       ]
         *     }
         */
        AlertmanagerNotification: {
            version?: string;
            groupKey?: string;
            truncatedAlerts?: number;
            /** @enum {string} */
            status?: "firing" | "resolved";
            receiver?: string;
            groupLabels?: {
                [key: string]: string;
            };
            commonLabels?: {
                [key: string]: string;
            };
            commonAnnotations?: {
                [key: string]: string;
            };
            externalURL?: string;
            alerts: components["schemas"]["AlertmanagerAlert"][];
        } & {
            [key: string]: unknown;
        };
        /**
         * @description What people are told of.
         * @enum {string}
         */
        AnnouncementKind: "created" | "acknowledged" | "resolved" | "reopened" | "grown";
        /**
         * @description The key of a machine.
         * @example {
         *       "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d20",
         *       "name": "Terraform",
         *       "prefix": "klx_4fQ9tBzA",
         *       "scopes": [
         *         "channels:read",
         *         "channels:write",
         *         "incidents:read",
         *         "incidents:write"
         *       ],
         *       "team_id": null,
         *       "created_by_id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *       "created_at": "2026-11-24T09:00:00.000Z",
         *       "expires_at": "2027-11-24T09:00:00.000Z",
         *       "last_used_at": null
         *     }
         */
        ApiKey: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The part of the key that is shown. */
            prefix: string;
            scopes: components["schemas"]["Scope"][];
            /**
             * Format: uuid
             * @description The team whose incidents it may act on; null for all.
             */
            team_id: string | null;
            /**
             * Format: uuid
             * @description Who made it.
             */
            created_by_id: string | null;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description From then on it opens nothing; null for no end.
             */
            expires_at: string | null;
            /**
             * Format: date-time
             * @description To the minute; null for never.
             */
            last_used_at: string | null;
        };
        /**
         * @description All API keys, by name.
         * @example {
         *       "api_keys": [
         *         {
         *           "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d20",
         *           "name": "Terraform",
         *           "prefix": "klx_4fQ9tBzA",
         *           "scopes": [
         *             "channels:read",
         *             "channels:write",
         *             "incidents:read",
         *             "incidents:write"
         *           ],
         *           "team_id": null,
         *           "created_by_id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *           "created_at": "2026-11-24T09:00:00.000Z",
         *           "expires_at": "2027-11-24T09:00:00.000Z",
         *           "last_used_at": null
         *         }
         *       ],
         *       "total": 1
         *     }
         */
        ApiKeyList: {
            api_keys: components["schemas"]["ApiKey"][];
            /** @description How many there are. */
            total: number;
        };
        /** @description Who did it; `anonymous` where somebody did not prove who they are. */
        AuditActor: {
            /** @description `user`, `api-key`, `integration`, `local`, `anonymous` or `system`. */
            kind: string;
            id: string | null;
            /** @description As it was then. */
            name: string;
        };
        /**
         * @description One line of the audit log.
         * @example {
         *       "id": "0199f3a5-1d20-7f6c-b1d4-2c8e4a6f9b40",
         *       "at": "2026-11-24T09:15:00.000Z",
         *       "actor": {
         *         "kind": "user",
         *         "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *         "name": "Ada"
         *       },
         *       "action": "user.edited",
         *       "target": {
         *         "kind": "user",
         *         "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d12",
         *         "name": "grace@example.org"
         *       },
         *       "before": {
         *         "role": "viewer"
         *       },
         *       "after": {
         *         "role": "responder"
         *       },
         *       "request_id": "0199f3b2-55aa",
         *       "address": "192.0.2.7"
         *     }
         */
        AuditEntry: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            actor: components["schemas"]["AuditActor"];
            /** @description A noun and what was done to it. */
            action: string;
            target: components["schemas"]["AuditTarget"];
            /** @description What it was, as far as it changed; never a secret. */
            before: {
                [key: string]: unknown;
            } | null;
            /** @description What it is. */
            after: {
                [key: string]: unknown;
            } | null;
            /** @description Finds the request in the logs. */
            request_id: string | null;
            /** @description Where the request came from. */
            address: string | null;
        };
        /**
         * @description A page of the audit log, newest first.
         * @example {
         *       "audit_entries": [
         *         {
         *           "id": "0199f3a5-1d20-7f6c-b1d4-2c8e4a6f9b40",
         *           "at": "2026-11-24T09:15:00.000Z",
         *           "actor": {
         *             "kind": "user",
         *             "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *             "name": "Ada"
         *           },
         *           "action": "user.edited",
         *           "target": {
         *             "kind": "user",
         *             "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d12",
         *             "name": "grace@example.org"
         *           },
         *           "before": {
         *             "role": "viewer"
         *           },
         *           "after": {
         *             "role": "responder"
         *           },
         *           "request_id": "0199f3b2-55aa",
         *           "address": "192.0.2.7"
         *         }
         *       ],
         *       "total": 1,
         *       "next_cursor": null
         *     }
         */
        AuditLog: {
            audit_entries: components["schemas"]["AuditEntry"][];
            /** @description How many there are in all. */
            total: number;
            /** @description Ask for the next page with it; null on the last one. */
            next_cursor: string | null;
        };
        /** @description What it was done to. */
        AuditTarget: {
            kind: string;
            id: string | null;
            /** @description As it was then. */
            name: string;
        };
        /**
         * @description The present password, and the one to come.
         * @example {
         *       "current_password": "four words are enough",
         *       "password": "five words are even better"
         *     }
         */
        ChangePasswordRequest: {
            /** Format: password */
            current_password: string;
            /**
             * Format: password
             * @description The new one: 12 to 200 characters.
             */
            password: string;
        };
        /**
         * @description A way to tell people.
         * @example {
         *       "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *       "name": "Operations",
         *       "type": "slack",
         *       "source": "database",
         *       "enabled": true,
         *       "fallback": false,
         *       "summary": "Posts to #operations as a bot.",
         *       "config": {
         *         "channel": "#operations"
         *       },
         *       "secrets": {
         *         "token": "set"
         *       },
         *       "fault": null,
         *       "health": {
         *         "last_sent_at": "2026-11-23T09:03:41.310Z",
         *         "last_failed_at": null,
         *         "last_error": null,
         *         "queued": 0
         *       },
         *       "created_at": "2026-11-20T10:00:00.000Z",
         *       "updated_at": "2026-11-20T10:00:00.000Z"
         *     }
         */
        Channel: {
            /** @description A UUID; `env:slack` and the like of one that the environment configures. */
            id: string;
            name: string;
            /** @description How it reaches people: the type of a `ChannelType`, or one that only a newer Klaxon knows. */
            type: string;
            /**
             * @description Where it is set up. What the environment configures cannot be edited here.
             * @enum {string}
             */
            source: "environment" | "database";
            enabled: boolean;
            /** @description Whether it is told only when all others have failed. */
            fallback: boolean;
            /** @description Where it leads, in a sentence. */
            summary: string;
            /** @description Its settings, without the secret ones; empty for one of the environment. */
            config: {
                [key: string]: unknown;
            };
            /** @description The names of the secrets that are set. What they are is never answered. */
            secrets: {
                [key: string]: "set";
            };
            /** @description Why it cannot be used as it is, such as secrets that no key of SECRET_KEY opens; null where nothing is wrong. */
            fault: string | null;
            health: components["schemas"]["ChannelHealth"];
            /**
             * Format: date-time
             * @description When it was set up; null for one of the environment.
             */
            created_at: string | null;
            /**
             * Format: date-time
             * @description When it was last edited; null for one of the environment.
             */
            updated_at: string | null;
        };
        /**
         * @description One field of a type of channel.
         * @example {
         *       "name": "token",
         *       "part": "secrets",
         *       "kind": "text",
         *       "label": "Bot token",
         *       "help": "It needs the scope chat:write.",
         *       "placeholder": "xoxb-…",
         *       "required": true,
         *       "made_up": false,
         *       "shortened": false,
         *       "destination": false,
         *       "goes_with": null,
         *       "way": "bot",
         *       "pattern": "^[\\x21-\\x7e]+$",
         *       "pattern_message": "must be a Slack bot token (xoxb-…), without spaces",
         *       "minimum": null,
         *       "maximum": null,
         *       "fallback": null,
         *       "variable": "SLACK_TOKEN"
         *     }
         */
        ChannelField: {
            /** @description What it is called in `config` or in `secrets`. */
            name: string;
            /**
             * @description Which of the two it belongs to. What is in `secrets` is never answered.
             * @enum {string}
             */
            part: "config" | "secrets";
            /**
             * @description What it takes; `emails` is a list, `switch` true or false.
             * @enum {string}
             */
            kind: "text" | "address" | "number" | "switch" | "email" | "emails";
            label: string;
            /** @description Where to find it, or what it does. */
            help: string;
            /** @description What one looks like. */
            placeholder: string | null;
            /** @description Of a field with a `way`: there alone. */
            required: boolean;
            /** @description Klaxon makes one up where none is given. */
            made_up: boolean;
            /** @description It is kept encrypted, and answered in part. That part, sent back, changes nothing. */
            shortened: boolean;
            /** @description It says where the secrets go, and changes only together with them; a switch, where it goes off. */
            destination: boolean;
            /** @description The field without which it means nothing. */
            goes_with: string | null;
            /** @description The only way it is for. */
            way: string | null;
            /** @description What a text must match. */
            pattern: string | null;
            /** @description What is said of one that does not. */
            pattern_message: string | null;
            /** @description The least of a number. */
            minimum: number | null;
            /** @description The most of a number. */
            maximum: number | null;
            /** @description What a number is where none is given. */
            fallback: number | null;
            /** @description The variable of the environment that sets it. */
            variable: string | null;
        };
        /**
         * @description How a channel has done lately.
         * @example {
         *       "last_sent_at": "2026-11-23T09:03:41.310Z",
         *       "last_failed_at": null,
         *       "last_error": null,
         *       "queued": 0
         *     }
         */
        ChannelHealth: {
            /**
             * Format: date-time
             * @description When a message last went out.
             */
            last_sent_at: string | null;
            /**
             * Format: date-time
             * @description When one last failed; of one that is being tried again, when it was asked for.
             */
            last_failed_at: string | null;
            /** @description Why that one failed. */
            last_error: string | null;
            /** @description How many messages are on their way. */
            queued: number;
        };
        /**
         * @description All channels.
         * @example {
         *       "channels": [
         *         {
         *           "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *           "name": "Operations",
         *           "type": "slack",
         *           "source": "database",
         *           "enabled": true,
         *           "fallback": false,
         *           "summary": "Posts to #operations as a bot.",
         *           "config": {
         *             "channel": "#operations"
         *           },
         *           "secrets": {
         *             "token": "set"
         *           },
         *           "fault": null,
         *           "health": {
         *             "last_sent_at": "2026-11-23T09:03:41.310Z",
         *             "last_failed_at": null,
         *             "last_error": null,
         *             "queued": 0
         *           },
         *           "created_at": "2026-11-20T10:00:00.000Z",
         *           "updated_at": "2026-11-20T10:00:00.000Z"
         *         }
         *       ],
         *       "total": 1
         *     }
         */
        ChannelList: {
            channels: components["schemas"]["Channel"][];
            /** @description How many there are. */
            total: number;
        };
        /**
         * @description What came of a test message.
         * @example {
         *       "result": "failed",
         *       "error": "Slack refused the message (invalid_auth): check the bot token",
         *       "provider_id": null
         *     }
         */
        ChannelTestResult: {
            /**
             * @description Whether it was sent; `retry`: not now, but another try may succeed; `failed`: not as it is set up.
             * @enum {string}
             */
            result: "sent" | "retry" | "failed";
            /** @description What came of it, in a sentence; of what a mail server or a webhook answered only the code. */
            error: string | null;
            /** @description What the provider calls the message. */
            provider_id: string | null;
        };
        /**
         * @description A kind of channel, and what one is set up with.
         * @example {
         *       "type": "slack",
         *       "label": "Slack",
         *       "ways": [
         *         {
         *           "value": "bot",
         *           "label": "As a bot",
         *           "help": "Threads the messages about an incident."
         *         }
         *       ],
         *       "fields": [
         *         {
         *           "name": "token",
         *           "part": "secrets",
         *           "kind": "text",
         *           "label": "Bot token",
         *           "help": "It needs the scope chat:write.",
         *           "placeholder": "xoxb-…",
         *           "required": true,
         *           "made_up": false,
         *           "shortened": false,
         *           "destination": false,
         *           "goes_with": null,
         *           "way": "bot",
         *           "pattern": "^[\\x21-\\x7e]+$",
         *           "pattern_message": "must be a Slack bot token (xoxb-…), without spaces",
         *           "minimum": null,
         *           "maximum": null,
         *           "fallback": null,
         *           "variable": "SLACK_TOKEN"
         *         }
         *       ]
         *     }
         */
        ChannelType: {
            /** @description What channels have as their `type`. */
            type: string;
            /** @description What people call it. */
            label: string;
            /** @description Where there are several, of which a channel has one; the usual one first. */
            ways: components["schemas"]["ChannelWay"][];
            /** @description In the order of a form. */
            fields: components["schemas"]["ChannelField"][];
        };
        /**
         * @description What can be set up.
         * @example {
         *       "channel_types": [
         *         {
         *           "type": "slack",
         *           "label": "Slack",
         *           "ways": [
         *             {
         *               "value": "bot",
         *               "label": "As a bot",
         *               "help": "Threads the messages about an incident."
         *             }
         *           ],
         *           "fields": [
         *             {
         *               "name": "token",
         *               "part": "secrets",
         *               "kind": "text",
         *               "label": "Bot token",
         *               "help": "It needs the scope chat:write.",
         *               "placeholder": "xoxb-…",
         *               "required": true,
         *               "made_up": false,
         *               "shortened": false,
         *               "destination": false,
         *               "goes_with": null,
         *               "way": "bot",
         *               "pattern": "^[\\x21-\\x7e]+$",
         *               "pattern_message": "must be a Slack bot token (xoxb-…), without spaces",
         *               "minimum": null,
         *               "maximum": null,
         *               "fallback": null,
         *               "variable": "SLACK_TOKEN"
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        ChannelTypeList: {
            channel_types: components["schemas"]["ChannelType"][];
        };
        /**
         * @description One of several ways to reach people.
         * @example {
         *       "value": "bot",
         *       "label": "As a bot",
         *       "help": "Threads the messages about an incident."
         *     }
         */
        ChannelWay: {
            value: string;
            label: string;
            help: string;
        };
        /**
         * @description A link that somebody followed.
         * @example {
         *       "token": "Zm9ydHktdGhyZWUgY2hhcmFjdGVycyBvZiBiYXNlNjR1cmw"
         *     }
         */
        CheckInvitationRequest: {
            /** @description What stands after `#token=` in the link. */
            token: string;
        };
        /**
         * @description Who wants a token; empty where the request carries a session.
         * @example {
         *       "email": "ada@example.org",
         *       "password": "four words are enough"
         *     }
         */
        CreateAccessTokenRequest: {
            /** @description The e-mail address. */
            email?: string;
            /**
             * Format: password
             * @description The password.
             */
            password?: string;
        };
        /**
         * @description The key to make.
         * @example {
         *       "name": "Terraform",
         *       "scopes": [
         *         "channels:read",
         *         "channels:write",
         *         "incidents:read",
         *         "incidents:write"
         *       ]
         *     }
         */
        CreateApiKeyRequest: {
            /** @description What it is for. */
            name: string;
            scopes: components["schemas"]["Scope"][];
            /**
             * Format: uuid
             * @description The team whose incidents it may act on; left out for all.
             */
            team_id?: string | null;
            /**
             * Format: date-time
             * @description When it ends; left out for never.
             */
            expires_at?: string | null;
        };
        /**
         * @description A channel to set up. It is enabled and no fallback unless that is said.
         * @example {
         *       "name": "Operations",
         *       "type": "slack",
         *       "config": {
         *         "channel": "#operations"
         *       },
         *       "secrets": {
         *         "token": "xoxb-…"
         *       }
         *     }
         */
        CreateChannelRequest: {
            /** @description What people call it. No two channels have the same. */
            name: string;
            /** @description The type of a `ChannelType`. */
            type: string;
            /** @description Whether it is told anything at all. */
            enabled?: boolean;
            /** @description Tell it only when all others have failed. */
            fallback?: boolean;
            /** @description What may be shown of its settings. Which there are, `GET /api/channel-types` says of each type. */
            config?: {
                [key: string]: unknown;
            };
            /** @description Its secrets. They are kept encrypted, and no answer has them. */
            secrets?: {
                [key: string]: unknown;
            };
        };
        /**
         * @description An incident that a person opens. Its severity is medium where none is given.
         * @example {
         *       "title": "Customers cannot pay",
         *       "severity": "critical",
         *       "labels": {
         *         "service": "checkout"
         *       }
         *     }
         */
        CreateIncidentRequest: {
            title: string;
            description?: string | null;
            severity?: components["schemas"]["Severity"];
            labels?: components["schemas"]["NewLabels"];
            /** @description Who works on it: the id of an active user, or any name where nobody signs in. */
            assignee_id?: string | null;
        };
        /**
         * @description The integration to make.
         * @example {
         *       "name": "Prometheus of the shop",
         *       "service": "shop"
         *     }
         */
        CreateIntegrationRequest: {
            /** @description What it is for. */
            name: string;
            /** @description The service of alerts that name none; null for none. */
            service?: string | null;
            /**
             * Format: uuid
             * @description The team that services belong to which are first heard of through it.
             */
            team_id?: string | null;
        };
        /**
         * @description What a channel is to hear. A list that is left out means any.
         * @example {
         *       "name": "Only the bad ones",
         *       "channel_id": "env:slack",
         *       "severities": [
         *         "critical",
         *         "high"
         *       ]
         *     }
         */
        CreateNotificationRuleRequest: {
            /** @description Why the channel is told, as the trace of a notification says it. */
            name: string;
            /** @description The channel, one of the environment too. */
            channel_id: string;
            /** @description Whether it counts; true where it is not said. */
            enabled?: boolean;
            /** @description The severities it is for. Null: any. */
            severities?: components["schemas"]["Severity"][] | null;
            /** @description The `service` labels it is for; "" for incidents without one. Null: any. */
            services?: string[] | null;
            /** @description What it is told of. Null: any. */
            kinds?: components["schemas"]["AnnouncementKind"][] | null;
            /** @description What the labels must be, all of them. Null: any. */
            matchers?: components["schemas"]["LabelMatcher"][] | null;
        };
        /**
         * @description A service to set up.
         * @example {
         *       "name": "checkout",
         *       "team_id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d11"
         *     }
         */
        CreateServiceRequest: {
            /** @description The value of the label `service` of its alerts. No two services have the same. */
            name: string;
            /**
             * Format: uuid
             * @description The team that its incidents belong to; null: everybody.
             */
            team_id?: string | null;
        };
        /**
         * @description A key that was made.
         * @example {
         *       "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d20",
         *       "key": "klx_4fQ9tBzA0vZ7m1c2yqUeW5rT8iXoP3sD6gHkLjN9bVM"
         *     }
         */
        CreatedApiKey: {
            /** Format: uuid */
            id: string;
            /** @description The key: told now and never again. */
            key: string;
        };
        /**
         * @description A key that was made, and how to use it.
         * @example {
         *       "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d21",
         *       "key": "kli_8sGh2LpQ0vZ7m1c2yqUeW5rT8iXoP3sD6gHkLjN9bVM",
         *       "alertmanager_config": "receivers:\n  - name: klaxon\n    webhook_configs:\n      - url: https://klaxon.example.org/api/webhooks/alertmanager\n        send_resolved: true\n        http_config:\n          authorization:\n            credentials: kli_…\n"
         *     }
         */
        CreatedIntegrationKey: {
            /**
             * Format: uuid
             * @description The integration.
             */
            id: string;
            /** @description The key: told now and never again. */
            key: string;
            /** @description Lines for alertmanager.yml. */
            alertmanager_config: string;
        };
        /**
         * @description What is to change; the rest stays as it is.
         * @example {
         *       "enabled": false
         *     }
         */
        EditChannelRequest: {
            /** @description What people call it. No two channels have the same. */
            name?: string;
            /** @description Whether it is told anything at all. */
            enabled?: boolean;
            /** @description Tell it only when all others have failed. */
            fallback?: boolean;
            /** @description The settings that change; null takes one away, the others stay. Which there are, `GET /api/channel-types` says of each type. */
            config?: {
                [key: string]: unknown;
            };
            /** @description The secrets that change; the others stay. One that is made up gets another where it is null. What says where they go (the fields with a `destination`) changes only together with them. */
            secrets?: {
                [key: string]: unknown;
            };
        };
        /**
         * @description What is to change; the rest stays as it is.
         * @example {
         *       "severity": "high",
         *       "assignee_id": "ada"
         *     }
         */
        EditIncidentRequest: {
            title?: string;
            description?: string | null;
            severity?: components["schemas"]["Severity"];
            /** @description Who works on it: the id of an active user, or any name where nobody signs in. */
            assignee_id?: string | null;
        };
        /**
         * @description What is to change; the rest stays as it is.
         * @example {
         *       "service": null
         *     }
         */
        EditIntegrationRequest: {
            /** @description What it is for. */
            name?: string;
            /** @description The service of alerts that name none; null for none. */
            service?: string | null;
            /**
             * Format: uuid
             * @description The team that services belong to which are first heard of through it.
             */
            team_id?: string | null;
        };
        /**
         * @description What is to change; the rest stays as it is. Null in place of a list: any.
         * @example {
         *       "severities": [
         *         "critical"
         *       ]
         *     }
         */
        EditNotificationRuleRequest: {
            /** @description Why the channel is told, as the trace of a notification says it. */
            name?: string;
            /** @description The channel, one of the environment too. */
            channel_id?: string;
            /** @description Whether it counts; true where it is not said. */
            enabled?: boolean;
            /** @description The severities it is for. Null: any. */
            severities?: components["schemas"]["Severity"][] | null;
            /** @description The `service` labels it is for; "" for incidents without one. Null: any. */
            services?: string[] | null;
            /** @description What it is told of. Null: any. */
            kinds?: components["schemas"]["AnnouncementKind"][] | null;
            /** @description What the labels must be, all of them. Null: any. */
            matchers?: components["schemas"]["LabelMatcher"][] | null;
        };
        /**
         * @description What is to change.
         * @example {
         *       "name": "Ada Lovelace"
         *     }
         */
        EditProfileRequest: {
            /** @description As others see it. */
            name: string;
        };
        /**
         * @description What is to change; the rest stays as it is.
         * @example {
         *       "team_id": null
         *     }
         */
        EditServiceRequest: {
            /** @description The value of the label `service` of its alerts. No two services have the same. */
            name?: string;
            /**
             * Format: uuid
             * @description The team that its incidents belong to; null: everybody.
             */
            team_id?: string | null;
        };
        /**
         * @description What is to change; the rest stays as it is.
         * @example {
         *       "role": "admin"
         *     }
         */
        EditUserRequest: {
            /** @description An e-mail address, in upper or lower case. No two users have the same. */
            email?: string;
            /** @description As others see it. */
            name?: string;
            role?: components["schemas"]["Role"];
            /** @description The teams whose incidents are theirs. */
            team_ids?: string[];
        };
        /**
         * @description How many sessions ended.
         * @example {
         *       "ended": 2
         *     }
         */
        EndedSessions: {
            /** @description How many ended. */
            ended: number;
        };
        /**
         * @description What only the one who started this Klaxon knows.
         * @example {
         *       "token": "klt_dGhlIG9uZSBoZXJlIQ"
         *     }
         */
        EnterLocallyRequest: {
            /**
             * Format: password
             * @description As it stands in the file `local-token` of the data folder.
             */
            token: string;
        };
        /** @description One part of a request that was wrong. */
        Fault: {
            /** @description Where it is, in the spelling of the request: `labels.service`. */
            path: string;
            /** @description What is wrong with it. */
            message: string;
        };
        /** @description One thing that readiness hangs on. */
        HealthCheck: {
            name: string;
            ok: boolean;
            /** @description A sentence for people. */
            detail: string;
        };
        /**
         * @description Something that is wrong, from the first alert to its resolution.
         * @example {
         *       "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *       "number": 1042,
         *       "title": "InstanceDown on checkout",
         *       "description": "checkout-3 has been down for more than five minutes.",
         *       "status": "acknowledged",
         *       "severity": "critical",
         *       "created_at": "2026-11-23T09:00:12.345Z",
         *       "updated_at": "2026-11-23T09:03:40.120Z",
         *       "acked_at": "2026-11-23T09:03:40.120Z",
         *       "resolved_at": null,
         *       "assignee_id": "0199f3a0-11aa-7c3d-9e21-4d5f6a7b8c90",
         *       "assignee_name": "Ada",
         *       "alert_count": 2,
         *       "firing_alert_count": 1,
         *       "labels": {
         *         "alertname": "InstanceDown",
         *         "service": "checkout"
         *       },
         *       "group_key": "service=checkout",
         *       "acknowledged_by": "0199f3a0-11aa-7c3d-9e21-4d5f6a7b8c90",
         *       "acknowledged_by_name": "Ada",
         *       "resolution": null,
         *       "snoozed_until": null,
         *       "stale_since": null,
         *       "merged_into_id": null,
         *       "version": 4
         *     }
         */
        Incident: {
            /** Format: uuid */
            id: string;
            /** @description What people call it: `#1042`. */
            number: number;
            title: string;
            /** @description In lists its first 8,192 characters. */
            description: string | null;
            status: components["schemas"]["IncidentStatus"];
            severity: components["schemas"]["Severity"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: date-time
             * @description When it was acknowledged. Of an incident that was resolved without that: when it was resolved.
             */
            acked_at: string | null;
            /**
             * Format: date-time
             * @description When it was resolved.
             */
            resolved_at: string | null;
            /** @description Who works on it: the id of a user, or any name where nobody signs in. */
            assignee_id: string | null;
            /** @description What people call them. */
            assignee_name: string | null;
            /** @description How many alerts belong to it. */
            alert_count: number;
            /** @description How many of them fire. */
            firing_alert_count: number;
            labels: components["schemas"]["Labels"];
            /** @description The group whose alerts it gathers; null for an incident that a person opened. */
            group_key: string | null;
            /** @description Who acknowledged it; null where nobody did. */
            acknowledged_by: string | null;
            /** @description What people call them. */
            acknowledged_by_name: string | null;
            /**
             * @description Why it is resolved: its alerts ended, a person said so, or another incident took it over.
             * @enum {string|null}
             */
            resolution: "alerts" | "person" | "merged" | null;
            /**
             * Format: date-time
             * @description Until when it is kept quiet.
             */
            snoozed_until: string | null;
            /**
             * Format: date-time
             * @description Since when no source has spoken of its firing alerts.
             */
            stale_since: string | null;
            /**
             * Format: uuid
             * @description The incident that it was merged into.
             */
            merged_into_id: string | null;
            /** @description Counts its changes; also the `ETag`, for `If-Match`. */
            version: number;
        };
        /**
         * @description An incident with the ids of its alerts.
         * @example {
         *       "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *       "number": 1042,
         *       "title": "InstanceDown on checkout",
         *       "description": "checkout-3 has been down for more than five minutes.",
         *       "status": "acknowledged",
         *       "severity": "critical",
         *       "created_at": "2026-11-23T09:00:12.345Z",
         *       "updated_at": "2026-11-23T09:03:40.120Z",
         *       "acked_at": "2026-11-23T09:03:40.120Z",
         *       "resolved_at": null,
         *       "assignee_id": "0199f3a0-11aa-7c3d-9e21-4d5f6a7b8c90",
         *       "assignee_name": "Ada",
         *       "alert_count": 2,
         *       "firing_alert_count": 1,
         *       "labels": {
         *         "alertname": "InstanceDown",
         *         "service": "checkout"
         *       },
         *       "group_key": "service=checkout",
         *       "acknowledged_by": "0199f3a0-11aa-7c3d-9e21-4d5f6a7b8c90",
         *       "acknowledged_by_name": "Ada",
         *       "resolution": null,
         *       "snoozed_until": null,
         *       "stale_since": null,
         *       "merged_into_id": null,
         *       "version": 4,
         *       "alert_ids": [
         *         "0199f3a4-7c1a-7b3e-8a53-5d1f0c9b7e21",
         *         "0199f3a5-1d20-7f6c-b1d4-2c8e4a6f9b33"
         *       ]
         *     }
         */
        IncidentDetail: components["schemas"]["Incident"] & {
            /** @description Its alerts, oldest first, 1,000 at the most; its list of alerts has the rest. */
            alert_ids: string[];
        };
        /**
         * @description One line of a timeline.
         * @example {
         *       "id": "0199f3a7-aa18-7e0d-8c44-6b2f9d1e5a70",
         *       "incident_id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *       "version": 4,
         *       "type": "acknowledged",
         *       "actor": {
         *         "kind": "person",
         *         "id": "0199f3a0-11aa-7c3d-9e21-4d5f6a7b8c90",
         *         "name": "Ada"
         *       },
         *       "reason": "Acknowledged by Ada.",
         *       "data": {
         *         "by": "0199f3a0-11aa-7c3d-9e21-4d5f6a7b8c90",
         *         "assignee": "0199f3a0-11aa-7c3d-9e21-4d5f6a7b8c90"
         *       },
         *       "at": "2026-11-23T09:03:40.120Z"
         *     }
         */
        IncidentEvent: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            incident_id: string;
            /** @description The version of the incident with this event: 1, 2, 3 … without gaps. */
            version: number;
            type: components["schemas"]["IncidentEventType"];
            actor: components["schemas"]["Actor"];
            /** @description A sentence for people. */
            reason: string;
            /** @description The particulars, which depend on the type. */
            data: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            at: string;
        };
        /**
         * @description What happened to an incident.
         * @enum {string}
         */
        IncidentEventType: "opened" | "alerts_joined" | "alerts_returned" | "alerts_resolved" | "alerts_unconfirmed" | "acknowledged" | "assigned" | "title_changed" | "description_changed" | "severity_changed" | "resolved" | "reopened" | "merged" | "absorbed" | "note_added" | "snoozed" | "snooze_ended" | "went_stale" | "heard_again" | "notification_failed" | "unknown";
        /**
         * @description A page of incidents.
         * @example {
         *       "incidents": [
         *         {
         *           "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *           "number": 1042,
         *           "title": "InstanceDown on checkout",
         *           "description": "checkout-3 has been down for more than five minutes.",
         *           "status": "acknowledged",
         *           "severity": "critical",
         *           "created_at": "2026-11-23T09:00:12.345Z",
         *           "updated_at": "2026-11-23T09:03:40.120Z",
         *           "acked_at": "2026-11-23T09:03:40.120Z",
         *           "resolved_at": null,
         *           "assignee_id": "0199f3a0-11aa-7c3d-9e21-4d5f6a7b8c90",
         *           "assignee_name": "Ada",
         *           "alert_count": 2,
         *           "firing_alert_count": 1,
         *           "labels": {
         *             "alertname": "InstanceDown",
         *             "service": "checkout"
         *           },
         *           "group_key": "service=checkout",
         *           "acknowledged_by": "0199f3a0-11aa-7c3d-9e21-4d5f6a7b8c90",
         *           "acknowledged_by_name": "Ada",
         *           "resolution": null,
         *           "snoozed_until": null,
         *           "stale_since": null,
         *           "merged_into_id": null,
         *           "version": 4
         *         }
         *       ],
         *       "total": 1,
         *       "next_cursor": null
         *     }
         */
        IncidentList: {
            incidents: components["schemas"]["Incident"][];
            /** @description How many there are in all. */
            total: number;
            /** @description Ask for the next page with it; null on the last one. */
            next_cursor: string | null;
        };
        /**
         * @description The order; a `-` before the name puts the newest first, which is also the default.
         * @enum {string}
         */
        IncidentSort: "created_at" | "-created_at" | "updated_at" | "-updated_at";
        /**
         * @description How far an incident has come.
         * @enum {string}
         */
        IncidentStatus: "open" | "acknowledged" | "resolved";
        /** @description How many incidents there are of each severity. */
        IncidentsBySeverity: {
            /** @description Critical ones. */
            critical: number;
            /** @description High ones. */
            high: number;
            /** @description Medium ones. */
            medium: number;
            /** @description Low ones. */
            low: number;
        };
        /** @description How many incidents there are of each status. */
        IncidentsByStatus: {
            /** @description Open ones. */
            open: number;
            /** @description Acknowledged ones. */
            acknowledged: number;
            /** @description Resolved ones. */
            resolved: number;
        };
        /**
         * @description Where alerts come from.
         * @example {
         *       "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d21",
         *       "name": "Prometheus of the shop",
         *       "service": "shop",
         *       "team_id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d11",
         *       "keys": [
         *         {
         *           "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d22",
         *           "prefix": "kli_8sGh2LpQ",
         *           "created_at": "2026-11-24T09:00:00.000Z",
         *           "expires_at": null,
         *           "last_used_at": "2026-11-24T11:59:00.000Z"
         *         }
         *       ],
         *       "created_at": "2026-11-24T09:00:00.000Z",
         *       "updated_at": "2026-11-24T09:00:00.000Z"
         *     }
         */
        Integration: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The service of alerts that name none; null for none. */
            service: string | null;
            /**
             * Format: uuid
             * @description The team that services belong to which are first heard of through it.
             */
            team_id: string | null;
            /** @description Newest first. */
            keys: components["schemas"]["IntegrationKey"][];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description A key by which alerts are sent. */
        IntegrationKey: {
            /** Format: uuid */
            id: string;
            /** @description The part of the key that is shown. */
            prefix: string;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description From then on it opens nothing; null for no end.
             */
            expires_at: string | null;
            /**
             * Format: date-time
             * @description To the minute; null for never.
             */
            last_used_at: string | null;
        };
        /**
         * @description All integrations, by name.
         * @example {
         *       "integrations": [
         *         {
         *           "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d21",
         *           "name": "Prometheus of the shop",
         *           "service": "shop",
         *           "team_id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d11",
         *           "keys": [
         *             {
         *               "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d22",
         *               "prefix": "kli_8sGh2LpQ",
         *               "created_at": "2026-11-24T09:00:00.000Z",
         *               "expires_at": null,
         *               "last_used_at": "2026-11-24T11:59:00.000Z"
         *             }
         *           ],
         *           "created_at": "2026-11-24T09:00:00.000Z",
         *           "updated_at": "2026-11-24T09:00:00.000Z"
         *         }
         *       ],
         *       "total": 1
         *     }
         */
        IntegrationList: {
            integrations: components["schemas"]["Integration"][];
            /** @description How many there are. */
            total: number;
        };
        /**
         * @description Whom a link is for.
         * @example {
         *       "email": "ada@example.org",
         *       "name": "Ada Lovelace",
         *       "expires_at": "2026-11-27T10:00:00.000Z"
         *     }
         */
        Invitation: {
            /** @description What they sign in with. */
            email: string;
            name: string;
            /**
             * Format: date-time
             * @description Until when the link is good.
             */
            expires_at: string;
        };
        /**
         * @description A one-time link.
         * @example {
         *       "link": "https://klaxon.example.org/welcome#token=Zm9ydHktdGhyZWUgY2hhcmFjdGVycyBvZiBiYXNlNjR1cmw",
         *       "expires_at": "2026-11-27T10:00:00.000Z"
         *     }
         */
        InvitationLink: {
            /** @description Where they set their password, once. It is answered now and never again: give it to them alone. */
            link: string;
            /**
             * Format: date-time
             * @description Until when it is good.
             */
            expires_at: string;
        };
        /**
         * @description Who is to come in.
         * @example {
         *       "email": "ada@example.org",
         *       "name": "Ada Lovelace",
         *       "role": "responder"
         *     }
         */
        InviteUserRequest: {
            /** @description An e-mail address, in upper or lower case. No two users have the same. */
            email: string;
            /** @description As others see it. */
            name: string;
            role: components["schemas"]["Role"];
            /** @description The teams whose incidents are theirs. */
            team_ids?: string[];
        };
        /**
         * @description A new user, and the link to give them.
         * @example {
         *       "user": {
         *         "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *         "email": "ada@example.org",
         *         "name": "Ada Lovelace",
         *         "role": "responder",
         *         "team_ids": [
         *           "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d11"
         *         ],
         *         "status": "invited",
         *         "invitation_expires_at": "2026-11-27T10:00:00.000Z",
         *         "created_at": "2026-11-20T10:00:00.000Z",
         *         "updated_at": "2026-11-20T10:00:00.000Z",
         *         "deactivated_at": null
         *       },
         *       "invitation": {
         *         "link": "https://klaxon.example.org/welcome#token=Zm9ydHktdGhyZWUgY2hhcmFjdGVycyBvZiBiYXNlNjR1cmw",
         *         "expires_at": "2026-11-27T10:00:00.000Z"
         *       }
         *     }
         */
        InvitedUser: {
            user: components["schemas"]["User"];
            invitation: components["schemas"]["InvitationLink"];
        };
        /**
         * @description A JSON Web Key Set (RFC 7517).
         * @example {
         *       "keys": [
         *         {
         *           "kty": "OKP",
         *           "crv": "Ed25519",
         *           "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
         *           "kid": "k1",
         *           "alg": "EdDSA",
         *           "use": "sig"
         *         }
         *       ]
         *     }
         */
        KeySet: {
            keys: {
                [key: string]: unknown;
            }[];
        };
        /**
         * @description What a label of an incident must be.
         * @example {
         *       "name": "team",
         *       "value": "payments",
         *       "negated": false
         *     }
         */
        LabelMatcher: {
            /** @description The name of the label. */
            name: string;
            /** @description The value it must have; a label that is absent has the value "". */
            value: string;
            /**
             * @description The label must have any other value.
             * @default false
             */
            negated: boolean;
        };
        /**
         * @description Names to values, as the source sent them: of any length, in any script.
         * @example {
         *       "alertname": "InstanceDown",
         *       "service": "checkout"
         *     }
         */
        Labels: {
            [key: string]: string;
        };
        /**
         * @description A notification, as lists show it.
         * @example {
         *       "id": "0199f3a4-7d02-7c11-8a7e-2b9c4d5e6f70",
         *       "incident_id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *       "event_id": "0199f3a4-7c20-7a8b-b1c2-d3e4f5061728",
         *       "channel_id": "env:slack",
         *       "kind": "created",
         *       "status": "queued",
         *       "reason": "It has no rules, so it hears everything.",
         *       "superseded_because": null,
         *       "attempts": 2,
         *       "last_error": "Slack answered HTTP 503.",
         *       "next_attempt_at": "2026-11-23T09:00:18.400Z",
         *       "in_hand_since": null,
         *       "bundled_into_id": null,
         *       "provider_id": null,
         *       "created_at": "2026-11-23T09:00:12.360Z",
         *       "settled_at": null,
         *       "incident": {
         *         "number": 1042,
         *         "title": "Customers cannot pay"
         *       }
         *     }
         */
        ListedNotification: components["schemas"]["Notification"] & {
            /** @description The incident that it is about. */
            incident: {
                /** @description What people call it by. */
                number: number;
                /** @description As it is now. */
                title: string;
            };
        };
        /**
         * @description What changed about which incident: the `data` of an `incident` event of the stream. Severity, title and status are those of the incident at the moment, which may be later than the event.
         * @example {
         *       "incident_id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *       "version": 4,
         *       "type": "acknowledged",
         *       "at": "2026-11-23T09:03:40.120Z",
         *       "number": 1042,
         *       "severity": "critical",
         *       "title": "InstanceDown on checkout",
         *       "status": "acknowledged"
         *     }
         */
        LiveEvent: {
            /** Format: uuid */
            incident_id: string;
            /** @description The version of the incident with this event: 1, 2, 3 … without gaps. */
            version: number;
            type: components["schemas"]["IncidentEventType"];
            /**
             * Format: date-time
             * @description When it happened.
             */
            at: string;
            /** @description What people call it: `#1042`. */
            number: number;
            severity: components["schemas"]["Severity"];
            title: string;
            status: components["schemas"]["IncidentStatus"];
        };
        /**
         * @description That the process lives.
         * @example {
         *       "status": "ok"
         *     }
         */
        Liveness: {
            /** @enum {string} */
            status: "ok";
        };
        /**
         * @description Where the incident is to end.
         * @example {
         *       "into_id": "0199f3a1-02b4-7c8a-a5ee-91d3b7f0c642"
         *     }
         */
        MergeRequest: {
            /**
             * Format: uuid
             * @description The incident that goes on.
             */
            into_id: string;
        };
        /**
         * @description How incidents went.
         * @example {
         *       "total_incidents": 12,
         *       "open_incidents": 1,
         *       "acknowledged_incidents": 2,
         *       "resolved_incidents": 9,
         *       "mtta_seconds": 184.5,
         *       "mttr_seconds": 2710.25,
         *       "incidents_by_status": {
         *         "open": 1,
         *         "acknowledged": 2,
         *         "resolved": 9
         *       },
         *       "incidents_by_severity": {
         *         "critical": 3,
         *         "high": 4,
         *         "medium": 4,
         *         "low": 1
         *       }
         *     }
         */
        Metrics: {
            /** @description How many incidents there are. */
            total_incidents: number;
            /** @description How many of them are open. */
            open_incidents: number;
            /** @description How many of them are acknowledged and not resolved. */
            acknowledged_incidents: number;
            /** @description How many of them are resolved. */
            resolved_incidents: number;
            /** @description Mean time to acknowledge, in seconds, over incidents that a person acknowledged; null where there are none. */
            mtta_seconds: number | null;
            /** @description Mean time to resolve, in seconds; null where nothing is resolved. */
            mttr_seconds: number | null;
            incidents_by_status: components["schemas"]["IncidentsByStatus"];
            incidents_by_severity: components["schemas"]["IncidentsBySeverity"];
        };
        /**
         * @description How incidents went, by service or severity.
         * @example {
         *       "by": "service",
         *       "items": [
         *         {
         *           "key": "checkout",
         *           "total_incidents": 12,
         *           "open_incidents": 1,
         *           "acknowledged_incidents": 2,
         *           "resolved_incidents": 9,
         *           "mtta_seconds": 184.5,
         *           "mttr_seconds": 2710.25,
         *           "incidents_by_status": {
         *             "open": 1,
         *             "acknowledged": 2,
         *             "resolved": 9
         *           },
         *           "incidents_by_severity": {
         *             "critical": 3,
         *             "high": 4,
         *             "medium": 4,
         *             "low": 1
         *           }
         *         }
         *       ]
         *     }
         */
        MetricsBreakdown: {
            by: components["schemas"]["MetricsBreakdownBy"];
            /** @description Those with the most incidents first, at most 200. */
            items: components["schemas"]["MetricsBreakdownItem"][];
        };
        /**
         * @description What to tell the incidents apart by.
         * @enum {string}
         */
        MetricsBreakdownBy: "service" | "severity";
        /** @description How the incidents of one service or severity went. */
        MetricsBreakdownItem: components["schemas"]["Metrics"] & {
            /** @description The service or severity; empty for incidents without a service. */
            key: string;
        };
        /**
         * @description How long a bucket of UTC time is; a day by default.
         * @enum {string}
         */
        MetricsBucket: "hour" | "day" | "week" | "month";
        /**
         * @description The same as CSV, with a line of names first.
         * @example alertname,service,incidents,unacknowledged,median_seconds
         *     HighMemory,checkout,41,39,240.5
         */
        MetricsCsv: string;
        /**
         * @description Which alerts make incidents that nobody acknowledges.
         * @example {
         *       "items": [
         *         {
         *           "alertname": "HighMemory",
         *           "service": "checkout",
         *           "incidents": 41,
         *           "unacknowledged": 39,
         *           "median_seconds": 240.5
         *         }
         *       ]
         *     }
         */
        MetricsNoise: {
            /** @description Those with the most unacknowledged incidents first, at most 100. */
            items: components["schemas"]["NoisyAlert"][];
        };
        /** @description How the incidents went that were created in one bucket of time. */
        MetricsPoint: components["schemas"]["Metrics"] & {
            /**
             * Format: date-time
             * @description When the bucket begins.
             */
            start: string;
        };
        /**
         * @description How incidents went over time.
         * @example {
         *       "bucket": "day",
         *       "points": [
         *         {
         *           "start": "2026-11-23T00:00:00.000Z",
         *           "total_incidents": 12,
         *           "open_incidents": 1,
         *           "acknowledged_incidents": 2,
         *           "resolved_incidents": 9,
         *           "mtta_seconds": 184.5,
         *           "mttr_seconds": 2710.25,
         *           "incidents_by_status": {
         *             "open": 1,
         *             "acknowledged": 2,
         *             "resolved": 9
         *           },
         *           "incidents_by_severity": {
         *             "critical": 3,
         *             "high": 4,
         *             "medium": 4,
         *             "low": 1
         *           }
         *         }
         *       ]
         *     }
         */
        MetricsSeries: {
            bucket: components["schemas"]["MetricsBucket"];
            /** @description Oldest first; buckets without incidents are left out. */
            points: components["schemas"]["MetricsPoint"][];
        };
        /**
         * @description What a team is to be called.
         * @example {
         *       "name": "Payments"
         *     }
         */
        NameTeamRequest: {
            /** @description What people call it. No two teams have the same. */
            name: string;
        };
        /**
         * @description Names to values.
         * @example {
         *       "service": "checkout"
         *     }
         */
        NewLabels: {
            [key: string]: string;
        };
        /** @description An alert that makes incidents which nobody acknowledges. */
        NoisyAlert: {
            /** @description The `alertname` label of the incidents. */
            alertname: string;
            /** @description Their `service` label; empty where they have none. */
            service: string;
            /** @description How many incidents it made. */
            incidents: number;
            /** @description How many of them nobody acknowledged, resolved or merged: they went away by themselves, or are still open. */
            unacknowledged: number;
            /** @description Median time to resolve, in seconds, of all it made; null where nothing is resolved. */
            median_seconds: number | null;
        };
        /**
         * @description One message to one channel about one event.
         * @example {
         *       "id": "0199f3a4-7d02-7c11-8a7e-2b9c4d5e6f70",
         *       "incident_id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *       "event_id": "0199f3a4-7c20-7a8b-b1c2-d3e4f5061728",
         *       "channel_id": "env:slack",
         *       "kind": "created",
         *       "status": "queued",
         *       "reason": "It has no rules, so it hears everything.",
         *       "superseded_because": null,
         *       "attempts": 2,
         *       "last_error": "Slack answered HTTP 503.",
         *       "next_attempt_at": "2026-11-23T09:00:18.400Z",
         *       "in_hand_since": null,
         *       "bundled_into_id": null,
         *       "provider_id": null,
         *       "created_at": "2026-11-23T09:00:12.360Z",
         *       "settled_at": null
         *     }
         */
        Notification: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description The incident that it is about.
             */
            incident_id: string;
            /**
             * Format: uuid
             * @description The line of the timeline that it tells of.
             */
            event_id: string;
            /** @description The channel that is told. */
            channel_id: string;
            /** @description What it is about: an `AnnouncementKind`, or one that only a newer Klaxon knows. */
            kind: string;
            status: components["schemas"]["NotificationStatus"];
            /** @description Why this channel is notified. */
            reason: string;
            /** @description Why it was not, after all; null where it is not superseded. */
            superseded_because: string | null;
            /** @description How often it was tried. */
            attempts: number;
            /** @description Why the last attempt came to nothing; null where none did, or it was sent. */
            last_error: string | null;
            /**
             * Format: date-time
             * @description When it is tried next; null where it is settled.
             */
            next_attempt_at: string | null;
            /**
             * Format: date-time
             * @description Since when it is being sent; null where it is not.
             */
            in_hand_since: string | null;
            /**
             * Format: uuid
             * @description The notification that tells of this one too, because there were many at once.
             */
            bundled_into_id: string | null;
            /** @description What the provider calls the message. */
            provider_id: string | null;
            /**
             * Format: date-time
             * @description When it was asked for, the last time that it was.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was sent, failed for good or was superseded.
             */
            settled_at: string | null;
        };
        /**
         * @description A page of notifications, newest first.
         * @example {
         *       "notifications": [
         *         {
         *           "id": "0199f3a4-7d02-7c11-8a7e-2b9c4d5e6f70",
         *           "incident_id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *           "event_id": "0199f3a4-7c20-7a8b-b1c2-d3e4f5061728",
         *           "channel_id": "env:slack",
         *           "kind": "created",
         *           "status": "queued",
         *           "reason": "It has no rules, so it hears everything.",
         *           "superseded_because": null,
         *           "attempts": 2,
         *           "last_error": "Slack answered HTTP 503.",
         *           "next_attempt_at": "2026-11-23T09:00:18.400Z",
         *           "in_hand_since": null,
         *           "bundled_into_id": null,
         *           "provider_id": null,
         *           "created_at": "2026-11-23T09:00:12.360Z",
         *           "settled_at": null,
         *           "incident": {
         *             "number": 1042,
         *             "title": "Customers cannot pay"
         *           }
         *         }
         *       ],
         *       "total": 1,
         *       "next_cursor": null
         *     }
         */
        NotificationList: {
            notifications: components["schemas"]["ListedNotification"][];
            /** @description How many there are in all. */
            total: number;
            /** @description Ask for the next page with it; null on the last one. */
            next_cursor: string | null;
        };
        /**
         * @description What a channel hears. A channel without rules hears everything; one with rules hears what any of them matches, so one whose rules are all disabled hears nothing.
         * @example {
         *       "id": "0199f3a5-1d20-7f6c-b1d4-2c8e4a6f9b33",
         *       "name": "Only the bad ones",
         *       "channel_id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *       "enabled": true,
         *       "severities": [
         *         "critical",
         *         "high"
         *       ],
         *       "services": null,
         *       "kinds": [
         *         "created",
         *         "resolved"
         *       ],
         *       "matchers": [
         *         {
         *           "name": "team",
         *           "value": "payments",
         *           "negated": false
         *         }
         *       ],
         *       "created_at": "2026-11-20T10:00:00.000Z",
         *       "updated_at": "2026-11-20T10:00:00.000Z"
         *     }
         */
        NotificationRule: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The channel that hears what matches. */
            channel_id: string;
            enabled: boolean;
            /** @description The severities it is for. Null: any. */
            severities: components["schemas"]["Severity"][] | null;
            /** @description The `service` labels it is for; "" for incidents without one. Null: any. */
            services: string[] | null;
            /** @description What it hears of: some `AnnouncementKind`s, or others that only a newer Klaxon knows. Null: any. */
            kinds: string[] | null;
            /** @description What the labels must be, all of them. Null: any. */
            matchers: components["schemas"]["LabelMatcher"][] | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /**
         * @description All notification rules.
         * @example {
         *       "notification_rules": [
         *         {
         *           "id": "0199f3a5-1d20-7f6c-b1d4-2c8e4a6f9b33",
         *           "name": "Only the bad ones",
         *           "channel_id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *           "enabled": true,
         *           "severities": [
         *             "critical",
         *             "high"
         *           ],
         *           "services": null,
         *           "kinds": [
         *             "created",
         *             "resolved"
         *           ],
         *           "matchers": [
         *             {
         *               "name": "team",
         *               "value": "payments",
         *               "negated": false
         *             }
         *           ],
         *           "created_at": "2026-11-20T10:00:00.000Z",
         *           "updated_at": "2026-11-20T10:00:00.000Z"
         *         }
         *       ],
         *       "total": 1
         *     }
         */
        NotificationRuleList: {
            notification_rules: components["schemas"]["NotificationRule"][];
            /** @description How many there are. */
            total: number;
        };
        /**
         * @description How far a message has come. `superseded`: a later one about the same incident said more before this one could be sent.
         * @enum {string}
         */
        NotificationStatus: "queued" | "sent" | "failed" | "superseded";
        /** @description Why a request failed (RFC 9457). */
        Problem: {
            /** @description Names the kind of problem: a stable URN to compare with, not to open. */
            type: string;
            /** @description The kind of problem in words. */
            title: string;
            status: number;
            /** @description What was wrong this time, and what to do. */
            detail: string;
            /** @description The path that was asked for. */
            instance: string;
            /** @description Every part of the request that was wrong, where that is known. */
            errors: components["schemas"]["Fault"][];
            /** @description Finds this answer in the logs. */
            request_id: string;
        };
        /**
         * @description Who asks, and what they may.
         * @example {
         *       "mode": "sign-in",
         *       "user": {
         *         "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *         "email": "ada@example.org",
         *         "name": "Ada",
         *         "role": "responder",
         *         "team_ids": [
         *           "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d11"
         *         ]
         *       },
         *       "permissions": [
         *         "incidents:read",
         *         "incidents:write"
         *       ]
         *     }
         */
        Profile: {
            mode: components["schemas"]["SignInMode"];
            /** @description Null for a key, and where nobody signs in. */
            user: {
                /** Format: uuid */
                id: string;
                email: string;
                name: string;
                role: components["schemas"]["Role"];
                team_ids: string[];
            } | null;
            /** @description What may be done at all; incidents of other teams excepted. */
            permissions: string[];
        };
        /**
         * @description Whether the process can do its work.
         * @example {
         *       "status": "ready",
         *       "checks": [
         *         {
         *           "name": "database",
         *           "ok": true,
         *           "detail": "Answers in 2 ms."
         *         }
         *       ]
         *     }
         */
        Readiness: {
            /** @enum {string} */
            status: "ready" | "not_ready";
            checks: components["schemas"]["HealthCheck"][];
        };
        /**
         * @description Something that a monitoring system sent and that could not be taken in.
         * @example {
         *       "id": "0199f3b0-4e5f-7a21-9d3c-0c6b8f2a1e94",
         *       "received_at": "2026-11-23T09:12:01.004Z",
         *       "source": "alertmanager",
         *       "path": "alerts[3].startsAt",
         *       "reason": "must be an RFC 3339 time",
         *       "raw": "{\"status\":\"firing\",\"startsAt\":\"yesterday\",\"labels\":{\"alertname\":\"InstanceDown\"}}",
         *       "raw_length": 80
         *     }
         */
        RejectedAlert: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            received_at: string;
            /** @description The kind of system that sent it. */
            source: string;
            /** @description Where in the payload it stood; empty for the payload as a whole. */
            path: string;
            /** @description Why it could not be taken in. */
            reason: string;
            /** @description What was sent, its first 8,192 characters. */
            raw: string;
            /** @description How long it was in all, in characters. */
            raw_length: number;
        };
        /**
         * @description A page of what could not be taken in, newest first.
         * @example {
         *       "rejected_alerts": [
         *         {
         *           "id": "0199f3b0-4e5f-7a21-9d3c-0c6b8f2a1e94",
         *           "received_at": "2026-11-23T09:12:01.004Z",
         *           "source": "alertmanager",
         *           "path": "alerts[3].startsAt",
         *           "reason": "must be an RFC 3339 time",
         *           "raw": "{\"status\":\"firing\",\"startsAt\":\"yesterday\",\"labels\":{\"alertname\":\"InstanceDown\"}}",
         *           "raw_length": 80
         *         }
         *       ],
         *       "total": 1,
         *       "next_cursor": null
         *     }
         */
        RejectedAlertList: {
            rejected_alerts: components["schemas"]["RejectedAlert"][];
            /** @description How many there are in all. */
            total: number;
            /** @description Ask for the next page with it; null on the last one. */
            next_cursor: string | null;
        };
        /**
         * @description Viewers read, responders act on the incidents of their teams, admins on everything.
         * @enum {string}
         */
        Role: "viewer" | "responder" | "admin";
        /**
         * @description How the keys change.
         * @example {
         *       "overlap_seconds": 3600
         *     }
         */
        RotateKeyRequest: {
            /**
             * @description How long the keys that it has still open: a day where it is not said.
             * @default 86400
             */
            overlap_seconds: number;
        };
        /**
         * @description A channel as it was saved.
         * @example {
         *       "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *       "name": "Operations",
         *       "type": "slack",
         *       "source": "database",
         *       "enabled": true,
         *       "fallback": false,
         *       "summary": "Posts to #operations as a bot.",
         *       "config": {
         *         "channel": "#operations"
         *       },
         *       "secrets": {
         *         "token": "set"
         *       },
         *       "fault": null,
         *       "health": {
         *         "last_sent_at": "2026-11-23T09:03:41.310Z",
         *         "last_failed_at": null,
         *         "last_error": null,
         *         "queued": 0
         *       },
         *       "created_at": "2026-11-20T10:00:00.000Z",
         *       "updated_at": "2026-11-20T10:00:00.000Z",
         *       "generated_secret": null
         *     }
         */
        SavedChannel: components["schemas"]["Channel"] & {
            /** @description The signing secret that was made up for a webhook: answered this once, so keep it. Null where none was made up. */
            generated_secret: string | null;
        };
        /**
         * @description What a key is good for:
         *
         *     - `incidents:read`: See incidents and what happened to them.
         *     - `incidents:write`: Open, acknowledge, resolve and edit incidents.
         *     - `alerts:read`: See alerts, rejected ones too.
         *     - `alerts:write`: Send alerts.
         *     - `metrics:read`: See how incidents went.
         *     - `notifications:read`: See who was told of what.
         *     - `notifications:write`: Send a message again.
         *     - `channels:read`: See channels and what they hear.
         *     - `channels:write`: Set up channels and rules.
         *     - `people:read`: See people, teams and services.
         *     - `people:write`: Invite people, and set up teams and services.
         *     - `keys:read`: See API keys and integrations.
         *     - `keys:write`: Make and revoke API keys and integrations.
         *     - `audit:read`: See who changed what in Klaxon itself.
         *     - `status:read`: See what is wrong with Klaxon itself.
         * @enum {string}
         */
        Scope: "incidents:read" | "incidents:write" | "alerts:read" | "alerts:write" | "metrics:read" | "notifications:read" | "notifications:write" | "channels:read" | "channels:write" | "people:read" | "people:write" | "keys:read" | "keys:write" | "audit:read" | "status:read";
        /**
         * @description What a test alert is about. Its severity is low by default.
         * @example {
         *       "service": "checkout",
         *       "severity": "high"
         *     }
         */
        SendTestAlertRequest: {
            /** @description Its `service` label; `klaxon-test` by default. */
            service?: string;
            severity?: components["schemas"]["Severity"];
        };
        /**
         * @description What alerts are about, and whose it is.
         * @example {
         *       "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d12",
         *       "name": "checkout",
         *       "team_id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d11",
         *       "team_name": "Payments",
         *       "created_at": "2026-11-20T10:00:00.000Z",
         *       "updated_at": "2026-11-20T10:00:00.000Z"
         *     }
         */
        Service: {
            /** Format: uuid */
            id: string;
            name: string;
            /**
             * Format: uuid
             * @description Null: its incidents are everybody’s.
             */
            team_id: string | null;
            /** @description What that team is called. */
            team_name: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /**
         * @description One page of services, by name.
         * @example {
         *       "services": [
         *         {
         *           "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d12",
         *           "name": "checkout",
         *           "team_id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d11",
         *           "team_name": "Payments",
         *           "created_at": "2026-11-20T10:00:00.000Z",
         *           "updated_at": "2026-11-20T10:00:00.000Z"
         *         }
         *       ],
         *       "total": 1
         *     }
         */
        ServiceList: {
            services: components["schemas"]["Service"][];
            /** @description How many there are in all. */
            total: number;
        };
        /** @description That somebody is signed in. */
        Session: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "browser" | "token";
            /** @description Whether this request is part of it. */
            current: boolean;
            /** @description What the browser or program calls itself. */
            user_agent: string | null;
            /** @description Where it was begun. */
            address: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_seen_at: string;
            /**
             * Format: date-time
             * @description However often it is used, it ends then.
             */
            expires_at: string;
        };
        /**
         * @description The own sessions, the one used last first.
         * @example {
         *       "sessions": [
         *         {
         *           "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *           "kind": "browser",
         *           "current": true,
         *           "user_agent": "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
         *           "address": "192.0.2.7",
         *           "created_at": "2026-11-24T08:00:00.000Z",
         *           "last_seen_at": "2026-11-24T11:58:12.000Z",
         *           "expires_at": "2026-12-01T08:00:00.000Z"
         *         }
         *       ],
         *       "total": 1
         *     }
         */
        SessionList: {
            sessions: components["schemas"]["Session"][];
            /** @description How many there are. */
            total: number;
        };
        /** @description One step of setting Klaxon up. */
        SetupStep: {
            /** @enum {string} */
            step: "alert_received" | "channel_added" | "message_sent" | "incident_acknowledged" | "incident_resolved";
            done: boolean;
            /**
             * Format: date-time
             * @description When it was done first; null where it was not, or nobody knows.
             */
            at: string | null;
        };
        /**
         * @description How bad it is, worst first.
         * @enum {string}
         */
        Severity: "critical" | "high" | "medium" | "low";
        /**
         * @description How people sign in.
         * @example {
         *       "mode": "sign-in",
         *       "password": true,
         *       "oidc": {
         *         "name": "Example SSO"
         *       }
         *     }
         */
        SignInMethods: {
            mode: components["schemas"]["SignInMode"];
            password: boolean;
            /** @description Where else people can sign in: at `/api/auth/oidc/start`; null for nowhere. */
            oidc: {
                name: string;
            } | null;
        };
        /**
         * @description `local`: it is for the one at its machine, who shows its token, and nobody signs in.
         * @enum {string}
         */
        SignInMode: "local" | "sign-in";
        /**
         * @description Who wants in.
         * @example {
         *       "email": "ada@example.org",
         *       "password": "four words are enough"
         *     }
         */
        SignInRequest: {
            /** @description The e-mail address. */
            email: string;
            /**
             * Format: password
             * @description The password.
             */
            password: string;
        };
        /**
         * @description The form that Slack posts when a button is pressed.
         * @example {
         *       "payload": "{\"type\":\"block_actions\",\"user\":{\"id\":\"U2CERLKJA\",\"username\":\"alice\"},\"actions\":[{\"type\":\"button\",\"action_id\":\"klaxon_acknowledge\",\"value\":\"a.AZ-zpHwefVKbHz8KXH4tEA.q0vR5pV0m1hG7s2kX9yTbw\"}],\"response_url\":\"https://hooks.slack.com/actions/T1DC2JH3J/1/x\"}"
         *     }
         */
        SlackInteraction: {
            /** @description JSON of type `block_actions`; the value of its button is what Klaxon gave it. */
            payload: string;
        };
        /**
         * @description Until when the incident is to be kept quiet.
         * @example {
         *       "until": "2026-11-23T12:00:00.000Z"
         *     }
         */
        SnoozeRequest: {
            /**
             * Format: date-time
             * @description Null ends the quiet at once.
             */
            until: string | null;
        };
        /** @description Something that is wrong with Klaxon itself. */
        StatusProblem: {
            kind: components["schemas"]["StatusProblemKind"];
            /**
             * @description `error` where somebody may not be told of an incident.
             * @enum {string}
             */
            severity: "error" | "warning";
            /** @description What is wrong, and what to do. */
            message: string;
            /**
             * Format: date-time
             * @description Since when; null where nobody knows.
             */
            since: string | null;
            /** @description The page of the dashboard that shows more; null where there is none. */
            link: string | null;
        };
        /**
         * @description What can be wrong with Klaxon itself.
         * @enum {string}
         */
        StatusProblemKind: "no_channel" | "channel_unusable" | "channel_failing" | "work_not_taken" | "no_worker" | "storage_failing" | "clock_off" | "alerts_rejected" | "alertmanager_unreachable" | "migrations_unfinished";
        /**
         * @description How Klaxon itself fares, and how far its set-up has come.
         * @example {
         *       "problems": [
         *         {
         *           "kind": "channel_failing",
         *           "severity": "error",
         *           "message": "The last 3 messages to the channel Operations did not get through: Slack answered HTTP 404. Look at its settings, then send a test message.",
         *           "since": "2026-11-23T08:41:10.000Z",
         *           "link": "/channels"
         *         }
         *       ],
         *       "setup": [
         *         {
         *           "step": "alert_received",
         *           "done": true,
         *           "at": "2026-11-20T14:02:11.300Z"
         *         },
         *         {
         *           "step": "channel_added",
         *           "done": true,
         *           "at": "2026-11-20T14:05:00.000Z"
         *         },
         *         {
         *           "step": "message_sent",
         *           "done": true,
         *           "at": "2026-11-20T14:06:31.870Z"
         *         },
         *         {
         *           "step": "incident_acknowledged",
         *           "done": false,
         *           "at": null
         *         },
         *         {
         *           "step": "incident_resolved",
         *           "done": false,
         *           "at": null
         *         }
         *       ],
         *       "open_incidents": 2,
         *       "acknowledged_incidents": 1
         *     }
         */
        SystemStatus: {
            /** @description Errors first. */
            problems: components["schemas"]["StatusProblem"][];
            /** @description All the steps, in their order. */
            setup: components["schemas"]["SetupStep"][];
            /** @description How many incidents are open now. */
            open_incidents: number;
            /** @description How many incidents are acknowledged and not resolved. */
            acknowledged_incidents: number;
        };
        /**
         * @description People who answer for the same services.
         * @example {
         *       "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d11",
         *       "name": "Payments",
         *       "member_ids": [
         *         "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10"
         *       ],
         *       "created_at": "2026-11-20T10:00:00.000Z",
         *       "updated_at": "2026-11-20T10:00:00.000Z"
         *     }
         */
        Team: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The users in it. */
            member_ids: string[];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /**
         * @description All teams, by name.
         * @example {
         *       "teams": [
         *         {
         *           "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d11",
         *           "name": "Payments",
         *           "member_ids": [
         *             "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10"
         *           ],
         *           "created_at": "2026-11-20T10:00:00.000Z",
         *           "updated_at": "2026-11-20T10:00:00.000Z"
         *         }
         *       ],
         *       "total": 1
         *     }
         */
        TeamList: {
            teams: components["schemas"]["Team"][];
            /** @description How many there are. */
            total: number;
        };
        /**
         * @description An `Update` of the Telegram Bot API.
         * @example {
         *       "update_id": 73001,
         *       "callback_query": {
         *         "id": "4382bfdwdsb323b2d9",
         *         "from": {
         *           "id": 1112233,
         *           "username": "alice"
         *         },
         *         "data": "a.AZ-zpHwefVKbHz8KXH4tEA.q0vR5pV0m1hG7s2kX9yTbw"
         *       }
         *     }
         */
        TelegramUpdate: {
            update_id: number;
            callback_query?: {
                id: string;
                from: {
                    id: number;
                    username?: string;
                } & {
                    [key: string]: unknown;
                };
                /** @description What Klaxon gave to the button that was pressed. */
                data?: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * @description What became of a test alert.
         * @example {
         *       "incident_id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *       "number": 1042
         *     }
         */
        TestAlert: {
            /**
             * Format: uuid
             * @description The incident that it opened or joined.
             */
            incident_id: string;
            /** @description What people call it: `#1042`. */
            number: number;
        };
        /**
         * @description A page of a timeline, oldest first.
         * @example {
         *       "events": [
         *         {
         *           "id": "0199f3a7-aa18-7e0d-8c44-6b2f9d1e5a70",
         *           "incident_id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *           "version": 4,
         *           "type": "acknowledged",
         *           "actor": {
         *             "kind": "person",
         *             "id": "0199f3a0-11aa-7c3d-9e21-4d5f6a7b8c90",
         *             "name": "Ada"
         *           },
         *           "reason": "Acknowledged by Ada.",
         *           "data": {
         *             "by": "0199f3a0-11aa-7c3d-9e21-4d5f6a7b8c90",
         *             "assignee": "0199f3a0-11aa-7c3d-9e21-4d5f6a7b8c90"
         *           },
         *           "at": "2026-11-23T09:03:40.120Z"
         *         }
         *       ],
         *       "total": 1,
         *       "next_cursor": null
         *     }
         */
        Timeline: {
            events: components["schemas"]["IncidentEvent"][];
            /** @description How many there are in all. */
            total: number;
            /** @description Ask for the next page with it; null on the last one. */
            next_cursor: string | null;
        };
        /**
         * @description Somebody who can sign in, or could: nobody is ever deleted.
         * @example {
         *       "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *       "email": "ada@example.org",
         *       "name": "Ada Lovelace",
         *       "role": "responder",
         *       "team_ids": [
         *         "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d11"
         *       ],
         *       "status": "active",
         *       "invitation_expires_at": null,
         *       "created_at": "2026-11-20T10:00:00.000Z",
         *       "updated_at": "2026-11-20T10:00:00.000Z",
         *       "deactivated_at": null
         *     }
         */
        User: {
            /** Format: uuid */
            id: string;
            /** @description In lower case. */
            email: string;
            name: string;
            role: components["schemas"]["Role"];
            team_ids: string[];
            status: components["schemas"]["UserStatus"];
            /**
             * Format: date-time
             * @description Until when the one-time link is good; null where there is none.
             */
            invitation_expires_at: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: date-time
             * @description Null while they are not.
             */
            deactivated_at: string | null;
        };
        /**
         * @description One page of users, by name.
         * @example {
         *       "users": [
         *         {
         *           "id": "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10",
         *           "email": "ada@example.org",
         *           "name": "Ada Lovelace",
         *           "role": "responder",
         *           "team_ids": [
         *             "0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d11"
         *           ],
         *           "status": "active",
         *           "invitation_expires_at": null,
         *           "created_at": "2026-11-20T10:00:00.000Z",
         *           "updated_at": "2026-11-20T10:00:00.000Z",
         *           "deactivated_at": null
         *         }
         *       ],
         *       "total": 1
         *     }
         */
        UserList: {
            users: components["schemas"]["User"][];
            /** @description How many there are in all. */
            total: number;
        };
        /**
         * @description `invited`: has set no password yet. `deactivated`: cannot sign in any more.
         * @enum {string}
         */
        UserStatus: "invited" | "active" | "deactivated";
        /**
         * @description That the payload is stored.
         * @example {
         *       "status": "ok"
         *     }
         */
        WebhookReceipt: {
            /** @enum {string} */
            status: "ok";
            /** @description How many alerts were taken in; there when any were rejected. */
            accepted?: number;
            /** @description How many alerts were kept among the rejected; there when any were. */
            rejected?: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getSignInMethods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ways in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInMethods"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description Who is signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enterLocally: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterLocallyRequest"];
            };
        };
        responses: {
            /** @description What may be done here. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAccessToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateAccessTokenRequest"];
            };
        };
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKeySet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeySet"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditProfileRequest"];
            };
        };
        responses: {
            /** @description The caller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMyPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMySessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeMySession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The session. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeMyOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedSessions"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditLog: {
        parameters: {
            query?: {
                /** @description Who did it. */
                actor_id?: string;
                /** @description What was done. */
                action?: string;
                /** @description To what kind of thing. */
                target_kind?: string;
                /** @description To which. */
                target_id?: string;
                /** @description Part of the name of who did it, or of what it was done to. */
                q?: string;
                /** @description Done at this time or later. */
                from?: string;
                /** @description Done before this time. */
                to?: string;
                /** @description How many items to answer. */
                limit?: number;
                /** @description How many items to pass over. A cursor is faster and does not skip or repeat items. */
                offset?: number;
                /** @description The `next_cursor` of the page before. It takes precedence over `offset`. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLog"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAuditLog: {
        parameters: {
            query: {
                /** @description Who did it. */
                actor_id?: string;
                /** @description What was done. */
                action?: string;
                /** @description To what kind of thing. */
                target_kind?: string;
                /** @description To which. */
                target_id?: string;
                /** @description Part of the name of who did it, or of what it was done to. */
                q?: string;
                /** @description Done at this time or later. */
                from?: string;
                /** @description Done before this time. */
                to?: string;
                /** @description CSV, or a JSON object a line. */
                format: "csv" | "jsonl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": components["schemas"]["AuditCsv"];
                    "application/jsonl": components["schemas"]["AuditJsonLines"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyList"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKeyRequest"];
            };
        };
        responses: {
            /** @description The key, told now and never again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIntegrations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The integrations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationList"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createIntegration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateIntegrationRequest"];
            };
        };
        responses: {
            /** @description The key, told now and never again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedIntegrationKey"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIntegration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The integration. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The integration. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integration"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIntegration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The integration. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editIntegration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The integration. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditIntegrationRequest"];
            };
        };
        responses: {
            /** @description The integration as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integration"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateIntegrationKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The integration. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RotateKeyRequest"];
            };
        };
        responses: {
            /** @description The key, told now and never again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedIntegrationKey"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckInvitationRequest"];
            };
        };
        responses: {
            /** @description Whom it is for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitationRequest"];
            };
        };
        responses: {
            /** @description Who is signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Part of what is looked for. */
                q?: string;
                /** @description How many items to answer. */
                limit?: number;
                /** @description How many items to pass over. A cursor is faster and does not skip or repeat items. */
                offset?: number;
                /** @description Only those who are active, or only those who were deactivated. */
                active?: "true" | "false";
                /** @description Only the members of this team. */
                team_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The users. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserList"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteUserRequest"];
            };
        };
        responses: {
            /** @description The new user. */
            201: {
                headers: {
                    /** @description Where the user is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedUser"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditUserRequest"];
            };
        };
        responses: {
            /** @description The user as they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deactivateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user as they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reactivateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user as they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationLink"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTeams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The teams. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamList"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTeam: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameTeamRequest"];
            };
        };
        responses: {
            /** @description The new team. */
            201: {
                headers: {
                    /** @description Where the team is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The team. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The team. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The team. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The team. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameTeamRequest"];
            };
        };
        responses: {
            /** @description The team as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The team. */
                id: string;
                /** @description The user. */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The team as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The team. */
                id: string;
                /** @description The user. */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The team as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listServices: {
        parameters: {
            query?: {
                /** @description Part of what is looked for. */
                q?: string;
                /** @description How many items to answer. */
                limit?: number;
                /** @description How many items to pass over. A cursor is faster and does not skip or repeat items. */
                offset?: number;
                /** @description Only the services of this team; `none` for those of no team. */
                team_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The services. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceList"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createService: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateServiceRequest"];
            };
        };
        responses: {
            /** @description The new service. */
            201: {
                headers: {
                    /** @description Where the service is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The service. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The service. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The service. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditServiceRequest"];
            };
        };
        responses: {
            /** @description The service as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It lives. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            /** @description The request is not well-formed HTTP, or too long. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Something that it cannot do without fails. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description The request is not well-formed HTTP, or too long. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIncidents: {
        parameters: {
            query?: {
                /** @description Their status. Repeat it, or separate values by commas, to match any of several. */
                status?: components["schemas"]["IncidentStatus"][];
                /** @description Their severity. Repeat it, or separate values by commas, to match any of several. */
                severity?: components["schemas"]["Severity"][];
                /** @description Who works on them. */
                assignee_id?: string;
                /** @description Their `service` label. */
                service?: string;
                /** @description A label that must be there, as `name=value`. Repeat it to ask for several at once. */
                label?: string[];
                /** @description Part of the title or description, or a number such as `#1042`. */
                q?: string;
                /** @description Created at this time or later. */
                from?: string;
                /** @description Created before this time. */
                to?: string;
                /** @description The order; a `-` before the name puts the newest first, which is also the default. */
                sort?: components["schemas"]["IncidentSort"];
                /** @description How many items to answer. */
                limit?: number;
                /** @description How many items to pass over. A cursor is faster and does not skip or repeat items. */
                offset?: number;
                /** @description The `next_cursor` of the page before. It takes precedence over `offset`. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of incidents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentList"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createIncident: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateIncidentRequest"];
            };
        };
        responses: {
            /** @description The new incident. */
            201: {
                headers: {
                    /** @description The version of the incident, for `If-Match`. */
                    ETag?: string;
                    /** @description Where the incident is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetail"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The incident. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The incident. */
            200: {
                headers: {
                    /** @description The version of the incident, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetail"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the incident that the change was decided on: it fails with 412 if that is outdated. */
                "If-Match"?: string;
            };
            path: {
                /** @description The incident. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditIncidentRequest"];
            };
        };
        responses: {
            /** @description The incident as it is now. */
            200: {
                headers: {
                    /** @description The version of the incident, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetail"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Changed in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIncidentAlerts: {
        parameters: {
            query?: {
                /** @description Whether an alert is on. */
                status?: components["schemas"]["AlertStatus"];
                /** @description How many items to answer. */
                limit?: number;
                /** @description How many items to pass over. A cursor is faster and does not skip or repeat items. */
                offset?: number;
                /** @description The `next_cursor` of the page before. It takes precedence over `offset`. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The incident. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of its alerts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertList"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIncidentTimeline: {
        parameters: {
            query?: {
                /** @description How many items to answer. */
                limit?: number;
                /** @description How many items to pass over. A cursor is faster and does not skip or repeat items. */
                offset?: number;
                /** @description The `next_cursor` of the page before. It takes precedence over `offset`. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The incident. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of its timeline. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acknowledgeIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the incident that the change was decided on: it fails with 412 if that is outdated. */
                "If-Match"?: string;
            };
            path: {
                /** @description The incident. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AcknowledgeRequest"];
            };
        };
        responses: {
            /** @description The incident as it is now. */
            200: {
                headers: {
                    /** @description The version of the incident, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetail"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Changed in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the incident that the change was decided on: it fails with 412 if that is outdated. */
                "If-Match"?: string;
            };
            path: {
                /** @description The incident. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The incident as it is now. */
            200: {
                headers: {
                    /** @description The version of the incident, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetail"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Changed in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the incident that the change was decided on: it fails with 412 if that is outdated. */
                "If-Match"?: string;
            };
            path: {
                /** @description The incident. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The incident as it is now. */
            200: {
                headers: {
                    /** @description The version of the incident, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetail"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Changed in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addIncidentNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the incident that the change was decided on: it fails with 412 if that is outdated. */
                "If-Match"?: string;
            };
            path: {
                /** @description The incident. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddNoteRequest"];
            };
        };
        responses: {
            /** @description The incident as it is now. */
            200: {
                headers: {
                    /** @description The version of the incident, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetail"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Changed in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    snoozeIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the incident that the change was decided on: it fails with 412 if that is outdated. */
                "If-Match"?: string;
            };
            path: {
                /** @description The incident. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SnoozeRequest"];
            };
        };
        responses: {
            /** @description The incident as it is now. */
            200: {
                headers: {
                    /** @description The version of the incident, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetail"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Changed in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergeIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the incident that the change was decided on: it fails with 412 if that is outdated. */
                "If-Match"?: string;
            };
            path: {
                /** @description The incident. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeRequest"];
            };
        };
        responses: {
            /** @description The incident as it is now. */
            200: {
                headers: {
                    /** @description The version of the incident, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetail"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Changed in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAlerts: {
        parameters: {
            query?: {
                /** @description Whether an alert is on. */
                status?: components["schemas"]["AlertStatus"];
                /** @description Their severity. Repeat it, or separate values by commas, to match any of several. */
                severity?: components["schemas"]["Severity"][];
                /** @description A label that must be there, as `name=value`. Repeat it to ask for several at once. */
                label?: string[];
                /** @description Started at this time or later. */
                from?: string;
                /** @description Started before this time. */
                to?: string;
                /** @description How many items to answer. */
                limit?: number;
                /** @description How many items to pass over. A cursor is faster and does not skip or repeat items. */
                offset?: number;
                /** @description The `next_cursor` of the page before. It takes precedence over `offset`. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of alerts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertList"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The alert. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The alert. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alert"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRejectedAlerts: {
        parameters: {
            query?: {
                /** @description How many items to answer. */
                limit?: number;
                /** @description How many items to pass over. A cursor is faster and does not skip or repeat items. */
                offset?: number;
                /** @description The `next_cursor` of the page before. It takes precedence over `offset`. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rejected alerts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RejectedAlertList"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendTestAlert: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SendTestAlertRequest"];
            };
        };
        responses: {
            /** @description It is stored. */
            201: {
                headers: {
                    /** @description Where the incident is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestAlert"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `id` of the last event that arrived: the stream goes on after it. Browsers send it by themselves. */
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["LiveEvent"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: {
                /** @description Created at this time or later. */
                from?: string;
                /** @description Created before this time. */
                to?: string;
                /** @description Their `service` label. */
                service?: string;
                /** @description How bad it is, worst first. */
                severity?: components["schemas"]["Severity"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metrics. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Metrics"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMetricsSeries: {
        parameters: {
            query?: {
                /** @description How long a bucket of UTC time is; a day by default. */
                bucket?: components["schemas"]["MetricsBucket"];
                /** @description JSON, or CSV as a file. Without it the header `Accept` decides, and JSON is the default. */
                format?: "json" | "csv";
                /** @description Created at this time or later. */
                from?: string;
                /** @description Created before this time. */
                to?: string;
                /** @description Their `service` label. */
                service?: string;
                /** @description How bad it is, worst first. */
                severity?: components["schemas"]["Severity"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The series. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetricsSeries"];
                    "text/csv": components["schemas"]["MetricsCsv"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMetricsBreakdown: {
        parameters: {
            query: {
                /** @description What to tell the incidents apart by. */
                by: components["schemas"]["MetricsBreakdownBy"];
                /** @description JSON, or CSV as a file. Without it the header `Accept` decides, and JSON is the default. */
                format?: "json" | "csv";
                /** @description Created at this time or later. */
                from?: string;
                /** @description Created before this time. */
                to?: string;
                /** @description Their `service` label. */
                service?: string;
                /** @description How bad it is, worst first. */
                severity?: components["schemas"]["Severity"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The breakdown. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetricsBreakdown"];
                    "text/csv": components["schemas"]["MetricsCsv"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMetricsNoise: {
        parameters: {
            query: {
                /** @description Created at this time or later. */
                from: string;
                /** @description Created before this time, at most 31 days after `from`. */
                to: string;
                /** @description JSON, or CSV as a file. Without it the header `Accept` decides, and JSON is the default. */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The alerts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetricsNoise"];
                    "text/csv": components["schemas"]["MetricsCsv"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it fares. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemStatus"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description How far a message has come. `superseded`: a later one about the same incident said more before this one could be sent. */
                status?: components["schemas"]["NotificationStatus"];
                /** @description The channel that is told. */
                channel_id?: string;
                /** @description The incident that they are about. */
                incident_id?: string;
                /** @description Asked for at this time or later. */
                from?: string;
                /** @description Asked for before this time. */
                to?: string;
                /** @description How many items to answer. */
                limit?: number;
                /** @description How many items to pass over. A cursor is faster and does not skip or repeat items. */
                offset?: number;
                /** @description The `next_cursor` of the page before. It takes precedence over `offset`. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of notifications. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationList"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendNotification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The notification. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notification, on its way again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notification"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChannelTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The types. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelTypeList"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChannels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All channels. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelList"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createChannel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateChannelRequest"];
            };
        };
        responses: {
            /** @description The new channel. */
            201: {
                headers: {
                    /** @description Where the channel is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedChannel"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The channel. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The channel. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The channel. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The channel. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditChannelRequest"];
            };
        };
        responses: {
            /** @description The channel as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedChannel"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The channel. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelTestResult"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotificationRules: {
        parameters: {
            query?: {
                /** @description The channel whose rules are asked for. */
                channel_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationRuleList"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createNotificationRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateNotificationRuleRequest"];
            };
        };
        responses: {
            /** @description The new rule. */
            201: {
                headers: {
                    /** @description Where the rule is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationRule"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotificationRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The rule. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rule. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationRule"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteNotificationRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The rule. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editNotificationRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The rule. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditNotificationRuleRequest"];
            };
        };
        responses: {
            /** @description The rule as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationRule"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveAlertmanagerNotification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlertmanagerNotification"];
            };
        };
        responses: {
            /** @description It is stored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReceipt"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveAlertmanagerNotificationByKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key of an integration. */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlertmanagerNotification"];
            };
        };
        responses: {
            /** @description It is stored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReceipt"];
                };
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveSlackInteraction: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SlackInteraction"];
            };
        };
        responses: {
            /** @description It is done, or told to the person why not. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveTelegramUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TelegramUpdate"];
            };
        };
        responses: {
            /** @description It is done, or told to the person why not. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment. */
            503: {
                headers: {
                    /** @description Seconds until it is worth another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
