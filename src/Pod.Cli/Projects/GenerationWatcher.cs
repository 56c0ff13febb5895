using System.Threading.Channels;
using Pod.Cli.Development.Changes;
using Pod.Generator.Parsing;

namespace Pod.Cli.Projects;

/// <summary>Runs the generator after every change of a source file.</summary>
internal static class GenerationWatcher
{
    // Editors save in several steps; one run follows the last of them.
    private static readonly TimeSpan Debounce = TimeSpan.FromMilliseconds(100);

    public static async Task<int> RunAsync(ServerProject project, Func<Task<int>> generate, CancellationToken cancellationToken)
    {
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var watcher = new SourceWatcher([project.Folder], IsSource, _ => changes.Writer.TryWrite(true));
        changes.Writer.TryWrite(true);
        try
        {
            while (await changes.Reader.WaitToReadAsync(cancellationToken))
            {
                await Task.Delay(Debounce, TimeProvider.System, cancellationToken);
                while (changes.Reader.TryRead(out _))
                {
                }

                await generate();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl+C is how watching ends.
        }

        return ExitCode.Success;
    }

    private static bool IsSource(string path)
    {
        var relative = path.Replace('\\', '/');
        var parts = relative.Split('/');
        var isIgnored = parts.Any(static part => part is "bin" or "obj" or "Generated" || part.StartsWith('.'));
        return !isIgnored && (relative.EndsWith(".cs", StringComparison.Ordinal) || relative == ProjectConfiguration.FileName || ModelFileName.IsModel(relative));
    }
}
