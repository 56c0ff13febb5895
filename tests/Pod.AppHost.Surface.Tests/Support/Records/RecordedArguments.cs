using Aspire.Hosting.ApplicationModel;

namespace Pod.AppHost.Surface.Tests.Support;

/// <summary>What adds the arguments of a process, when it starts.</summary>
public sealed record RecordedArguments(Action<CommandLineArgsCallbackContext> Add) : IResourceAnnotation;
