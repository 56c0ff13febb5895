using Aspire.Hosting.ApplicationModel;

namespace Pod.AppHost.Surface.Tests.Support.Records;

/// <summary>Whether the container ends with the AppHost.</summary>
public sealed record RecordedLifetime(ContainerLifetime Lifetime) : IResourceAnnotation;
