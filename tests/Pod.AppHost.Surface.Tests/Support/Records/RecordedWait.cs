using Aspire.Hosting.ApplicationModel;

namespace Pod.AppHost.Surface.Tests.Support.Records;

/// <summary>Whom a resource waits for: until it is healthy, or until it has ended well.</summary>
public sealed record RecordedWait(IResource For, bool UntilCompletion) : IResourceAnnotation;
