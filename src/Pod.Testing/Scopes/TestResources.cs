using Pod.Database;
using Pod.Runtime;
using Pod.Runtime.Caching;
using Pod.Runtime.Database;
using Pod.Runtime.Messages.Delivery;
using Pod.Runtime.Sessions;
using Pod.Testing.Calls;

namespace Pod.Testing.Scopes;

/// <summary>What the sessions of one test share; no other test has it.</summary>
internal sealed class TestResources(PodTestScope test, ServerDatabase server, ServerMessages messages, ServerCaches caches)
    : SessionResources(server, messages, caches, test.Time)
{
    public PodTestScope Test => test;

    public override PodDatabase Database => test.Database switch
    {
        { } opened => opened.Database,
        _ when test.Host.Database is not { Exists: true } => base.Database,
        _ => throw new InvalidOperationException($"'{test.Name}' has not begun or has ended, so it has no database. Await StartAsync first, and await what uses it before its end."),
    };

    // Sessions that code of this test opens belong to it, wherever that code runs.
    public override SessionResources ForNewSession() => this;

    public override void Opened(Session session) => CallOutcome.Current?.Opened(session);
}
