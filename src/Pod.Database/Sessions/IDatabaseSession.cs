namespace Pod.Database;

/// <summary>Where statements run: a session of the server, a <see cref="DatabaseSession"/>, or a <see cref="Transaction"/>.</summary>
public interface IDatabaseSession
{
    /// <summary>The database; statements that are not given a transaction run on connections of its pool.</summary>
    PodDatabase Database { get; }

    /// <summary>What the session's statements are marked with when <see cref="PodDatabaseOptions.TagQueries"/> is set.</summary>
    string? QueryTag => null;
}
