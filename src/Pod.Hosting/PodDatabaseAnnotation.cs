using Aspire.Hosting.ApplicationModel;

namespace Pod.Hosting;

/// <summary>Which database a server uses, for the commands that need it.</summary>
internal sealed record PodDatabaseAnnotation(IResourceWithConnectionString Database) : IResourceAnnotation;
