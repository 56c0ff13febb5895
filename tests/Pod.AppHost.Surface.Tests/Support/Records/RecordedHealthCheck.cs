using Aspire.Hosting.ApplicationModel;

namespace Pod.AppHost.Surface.Tests.Support.Records;

/// <summary>A path that is asked, or the name of a registered check.</summary>
public sealed record RecordedHealthCheck(string Name) : IResourceAnnotation;
