using Microsoft.Extensions.Options;

namespace Pod.Runtime.Caching.Settings;

/// <summary>Checks the settings of the caches at the start.</summary>
internal sealed class CachingRules : IValidateOptions<PodOptions>
{
    private const int MostEntries = 10_000_000;
    private const long MostBytes = 16L * 1024 * 1024 * 1024;
    private const int SmallestEntry = 1024;
    private const int LargestEntry = 64 * 1024 * 1024;

    public ValidateOptionsResult Validate(string? name, PodOptions options)
    {
        var caching = options.Caching;
        List<string> failures = [.. Check("Local", caching.Local), .. Check("Priority", caching.Priority), .. Check("Global", caching.Global)];
        if (!Enum.IsDefined(caching.Global.Store))
        {
            failures.Add("Pod:Caching:Global:Store must be Auto, Local or Redis.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Check(string cache, PodCacheSettings settings)
    {
        if (settings.MaxEntries is < 0 or > MostEntries)
        {
            yield return $"Pod:Caching:{cache}:MaxEntries must be between 0 and {MostEntries}.";
        }

        if (settings.MaxBytes is < 0 or > MostBytes)
        {
            yield return $"Pod:Caching:{cache}:MaxBytes must be between 0 and {MostBytes}.";
        }

        if (settings.MaxEntryBytes is < SmallestEntry or > LargestEntry)
        {
            yield return $"Pod:Caching:{cache}:MaxEntryBytes must be between {SmallestEntry} and {LargestEntry}.";
        }

        if (settings.DefaultLifetime <= TimeSpan.Zero)
        {
            yield return $"Pod:Caching:{cache}:DefaultLifetime must be longer than nothing.";
        }

        if (!Enum.IsDefined(settings.Eviction))
        {
            yield return $"Pod:Caching:{cache}:Eviction must be Lru or Lfu.";
        }
    }
}
