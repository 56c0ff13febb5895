using Aspire.Hosting.ApplicationModel;

namespace Pod.AppHost.Surface.Tests.Support;

/// <summary>Reads what was written down.</summary>
internal static class RecordedModelExtensions
{
    public static IEnumerable<T> All<T>(this IResource resource)
        where T : IResourceAnnotation => resource.Annotations.OfType<T>();

    public static object? Variable(this IResource resource, string name) => resource.All<RecordedVariable>().SingleOrDefault(variable => variable.Name == name)?.Value;

    public static string[] WaitsFor(this IResource resource) => [.. resource.All<RecordedWait>().Select(static wait => wait.For.Name)];

    /// <summary>The arguments as the process would get them.</summary>
    public static string[] Arguments(this IResource resource)
    {
        var context = new CommandLineArgsCallbackContext([]);
        foreach (var arguments in resource.All<RecordedArguments>())
        {
            arguments.Add(context);
        }

        return [.. context.Args.Select(static argument => argument.ToString()!)];
    }
}
