using Pod.Cli.Development.Events;

namespace Pod.Cli.Development.Output;

/// <summary>Shows what happens in a loop.</summary>
internal interface IEventReader
{
    /// <summary>Shows everything until the loop has ended.</summary>
    /// <param name="events">What happens.</param>
    Task RunAsync(EventStream events);
}
