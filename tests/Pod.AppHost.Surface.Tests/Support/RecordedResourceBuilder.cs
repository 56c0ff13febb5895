using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Pod.AppHost.Surface.Tests.Support;

/// <summary>Writes annotations down on the resource.</summary>
internal sealed class RecordedResourceBuilder<T>(IDistributedApplicationBuilder application, T resource) : IResourceBuilder<T>
    where T : IResource
{
    public IDistributedApplicationBuilder ApplicationBuilder => application;

    public T Resource => resource;

    public IResourceBuilder<T> WithAnnotation<TAnnotation>(TAnnotation annotation)
        where TAnnotation : IResourceAnnotation
    {
        resource.Annotations.Add(annotation);
        return this;
    }
}
