namespace Pod.Runtime;

/// <summary>Makes sessions for work that no caller asked for: background services, start-up code, tests. A singleton; safe on any thread.</summary>
/// <example><code>await sessions.RunAsync(session => session.Messages.PostAsync("news", new Headline { Text = text }));</code></example>
public interface ISessionFactory
{
    /// <summary>Creates a session. Dispose it when the work is done.</summary>
    Task<InternalSession> CreateAsync(CancellationToken cancellationToken = default);

    /// <summary>Runs work in a session of its own. A failure is logged in that session and thrown on.</summary>
    Task RunAsync(Func<InternalSession, Task> work, CancellationToken cancellationToken = default);

    /// <summary>Runs work in a session of its own and gives its result. A failure is logged in that session and thrown on.</summary>
    Task<T> RunAsync<T>(Func<InternalSession, Task<T>> work, CancellationToken cancellationToken = default);
}
