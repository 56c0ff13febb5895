using Microsoft.Extensions.Options;

namespace Pod.Runtime.Messages.Settings;

/// <summary>Checks the settings of messages at the start.</summary>
internal sealed class MessagingRules : IValidateOptions<PodOptions>
{
    private const int LongestQueue = 1_000_000;
    private const int SmallestMessage = 1024;
    private const int LargestMessage = 16 * 1024 * 1024;
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(1);

    public ValidateOptionsResult Validate(string? name, PodOptions options)
    {
        var failures = Check(options.Messaging).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Check(PodMessagingOptions options)
    {
        if (!Enum.IsDefined(options.Backplane))
        {
            yield return "Pod:Messaging:Backplane must be Auto, Redis, Postgres or None.";
        }

        if (options.QueueLength is < 1 or > LongestQueue)
        {
            yield return $"Pod:Messaging:QueueLength must be between 1 and {LongestQueue}.";
        }

        if (!Enum.IsDefined(options.Overflow))
        {
            yield return "Pod:Messaging:Overflow must be Fail, DropOldest or DropNewest.";
        }

        if (options.PublishTimeout < TimeSpan.Zero || options.PublishTimeout > LongestTimeout)
        {
            yield return "Pod:Messaging:PublishTimeout must be between 0 and 1 minute.";
        }

        if (options.MaxMessageBytes is < SmallestMessage or > LargestMessage)
        {
            yield return $"Pod:Messaging:MaxMessageBytes must be between {SmallestMessage} and {LargestMessage}.";
        }
    }
}
