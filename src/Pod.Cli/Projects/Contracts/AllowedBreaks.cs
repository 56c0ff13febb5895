using Pod.Generator;

namespace Pod.Cli.Projects.Contracts;

/// <summary>The file <c>pod.contract.allow</c>: breaks that the application accepts, one <c>id subject # reason</c> per line.</summary>
internal sealed class AllowedBreaks
{
    private const string FileName = "pod.contract.allow";

    private readonly List<(string Text, int Number)> _lines;
    private readonly HashSet<int> _used = [];

    private AllowedBreaks(string file, List<(string Text, int Number)> lines)
    {
        File = file;
        _lines = lines;
    }

    public string File { get; }

    /// <summary>Gets the lines that have allowed nothing so far.</summary>
    public IEnumerable<(string Text, int Number)> Unused => _lines.Where(line => !_used.Contains(line.Number));

    public static AllowedBreaks Read(ServerProject project)
    {
        var file = Path.Combine(project.Folder, FileName);
        var lines = System.IO.File.Exists(file) ? System.IO.File.ReadAllLines(file) : [];
        return new AllowedBreaks(file, [.. lines.Select(static (line, index) => (line.Split('#')[0].Trim(), index + 1)).Where(static line => line.Item1.Length > 0)]);
    }

    public bool Allows(ContractDifference difference)
    {
        var allowing = _lines.Where(line => line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var id, var subject] && id == difference.Id && subject == difference.Subject).ToList();
        _used.UnionWith(allowing.Select(static line => line.Number));
        return allowing.Count > 0;
    }
}
