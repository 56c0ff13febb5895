namespace Pod.EmbeddedPostgres.Supervision;

/// <summary>What a process has of a running server.</summary>
internal interface IServerTenure
{
    int ProcessId { get; }

    /// <summary>Ends it. Once.</summary>
    /// <param name="cancellationToken">Ends the patience.</param>
    Task EndAsync(CancellationToken cancellationToken);
}
