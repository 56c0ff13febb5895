namespace Pod.EmbeddedPostgres.Tests.Fixtures;

/// <summary>A test about what only root can do or suffer.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!Machine.IsRoot)
        {
            Skip = "Needs root: it changes accounts.";
        }
    }
}
