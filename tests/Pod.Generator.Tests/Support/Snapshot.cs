using System.Runtime.CompilerServices;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Pod.Generator.Tests.Support;

/// <summary>
/// Compares a text with <c>_snapshots/&lt;Class&gt;.&lt;Test&gt;#&lt;File&gt;.verified.txt</c> beside the test.
/// A difference writes a <c>.received.txt</c> beside it: renaming that file accepts the change.
/// </summary>
public static class Snapshot
{
    public static void Verify(string text, string file, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(testFile)!, "_snapshots");
        var name = $"{Path.GetFileNameWithoutExtension(testFile)}.{test}#{file.Replace('/', '.')}";
        var verified = Path.Combine(folder, name + ".verified.txt");
        var received = Path.Combine(folder, name + ".received.txt");
        var expected = File.Exists(verified) ? File.ReadAllText(verified) : "";
        if (expected == text)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(received, text);
        Assert.Fail($"'{name}' differs from what was verified. Rename the .received.txt file to .verified.txt to accept it.\n{Diff(expected, text)}");
    }

    private static string Diff(string expected, string actual)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(expected, actual).Lines
            .Where(static line => line.Type != ChangeType.Unchanged)
            .Take(40)
            .Select(static line => (line.Type == ChangeType.Inserted ? "+ " : "- ") + line.Text);
        return string.Join('\n', lines);
    }
}
