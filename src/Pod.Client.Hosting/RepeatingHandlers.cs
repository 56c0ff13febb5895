namespace Pod.Client.Hosting;

/// <summary>Service defaults add resilience to every HTTP client. Only Pod knows which calls may be repeated, so it goes from Pod's own.</summary>
internal static class RepeatingHandlers
{
    // By name: Pod does not reference the packages they come from.
    private static readonly string[] Names =
        ["Microsoft.Extensions.Http.Resilience.ResilienceHandler", "Microsoft.Extensions.Http.PolicyHttpMessageHandler"];

    public static void RemoveFrom(IList<DelegatingHandler> handlers)
    {
        for (var index = handlers.Count - 1; index >= 0; index--)
        {
            if (Repeats(handlers[index].GetType()))
            {
                handlers.RemoveAt(index);
            }
        }
    }

    private static bool Repeats(Type? type) => type is not null && (Names.Contains(type.FullName) || Repeats(type.BaseType));
}
