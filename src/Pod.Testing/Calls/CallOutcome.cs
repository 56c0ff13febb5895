using Pod.Runtime;

namespace Pod.Testing.Calls;

/// <summary>What happened during a call of a test, before the server made an answer of it.</summary>
internal sealed class CallOutcome
{
    private static readonly AsyncLocal<CallOutcome?> Ambient = new();

    public static CallOutcome? Current => Ambient.Value;

    public Session? Session { get; private set; }

    public Exception? Failure { get; private set; }

    /// <summary>Follows what runs in this flow of execution until the calling async method ends.</summary>
    public static CallOutcome Begin() => Ambient.Value = new CallOutcome();

    /// <summary>The first session is the call's own; methods may open others.</summary>
    public void Opened(Session session) => Session ??= session;

    public void Failed(Exception failure) => Failure ??= failure;
}
