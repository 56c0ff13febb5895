namespace Pod.Database;

/// <summary>What every session can do with its database.</summary>
public static class DatabaseSessionExtensions
{
    extension(IDatabaseSession session)
    {
        /// <summary>The database as seen from this session.</summary>
        public SessionDatabase Db => new(session);
    }
}
