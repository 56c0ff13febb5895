using Aspire.Hosting;

namespace Pod.AppHost.Surface.Tests.Support;

/// <summary>A project that is known by its path.</summary>
internal sealed record ProjectPathMetadata(string ProjectPath) : IProjectMetadata;
