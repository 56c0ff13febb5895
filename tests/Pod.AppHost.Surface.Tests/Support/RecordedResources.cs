using System.Collections.ObjectModel;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Pod.AppHost.Surface.Tests.Support;

/// <summary>The resources in the order in which they were added.</summary>
internal sealed class RecordedResources : Collection<IResource>, IResourceCollection;
