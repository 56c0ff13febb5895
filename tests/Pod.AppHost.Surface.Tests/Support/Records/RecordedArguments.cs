using Aspire.Hosting.ApplicationModel;

namespace Pod.AppHost.Surface.Tests.Support.Records;

/// <summary>What adds the arguments of a process, when it starts.</summary>
public sealed record RecordedArguments(Action<CommandLineArgsCallbackContext> Add) : IResourceAnnotation;
