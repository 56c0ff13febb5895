using System.Runtime.CompilerServices;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Pod.AppHost.Surface.Tests.Support;

/// <summary>The application model that an AppHost builds, written down.</summary>
public sealed class RecordedApplication : IDistributedApplicationBuilder
{
    private static readonly AsyncLocal<RecordedApplication?> Last = new();
    private static readonly ConditionalWeakTable<IHostApplicationBuilder, List<string>> Notes = [];

    private readonly RecordedResources _resources = [];

    private RecordedApplication(string[] args, DistributedApplicationOperation operation, string folder)
    {
        Configuration.AddCommandLine(args);
        ExecutionContext = new DistributedApplicationExecutionContext(operation);
        AppHostDirectory = folder;
        Services.AddLogging();
    }

    public ConfigurationManager Configuration { get; } = new();

    public string AppHostDirectory { get; }

    public DistributedApplicationExecutionContext ExecutionContext { get; }

    public IResourceCollection Resources => _resources;

    public IServiceCollection Services { get; } = new ServiceCollection();

    /// <summary>Starts an application as an AppHost's first line does: <c>--operation publish</c> publishes, <c>--folder</c> says where the AppHost is.</summary>
    public static RecordedApplication Begin(params string[] args)
    {
        var settings = new ConfigurationBuilder().AddCommandLine(args).Build();
        var operation = settings["operation"] == "publish" ? DistributedApplicationOperation.Publish : DistributedApplicationOperation.Run;
        return Last.Value = new RecordedApplication(args, operation, settings["folder"] ?? AppContext.BaseDirectory);
    }

    /// <summary>Takes the application that the AppHost that ran last has made.</summary>
    public static RecordedApplication TakeLast() => Last.Value ?? throw new InvalidOperationException("No AppHost has run.");

    public static void Note(IHostApplicationBuilder builder, string text) => Notes.GetOrCreateValue(builder).Add(text);

    public static IReadOnlyList<string> NotesOf(IHostApplicationBuilder builder) => Notes.GetOrCreateValue(builder);

    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource
    {
        if (_resources.Any(other => string.Equals(other.Name, resource.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvalidOperationException($"There is a resource '{resource.Name}' already.");
        }

        _resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource => new RecordedResourceBuilder<T>(this, resource);

    public DistributedApplication Build() => new();

    public T Get<T>(string name)
        where T : IResource => (T)_resources.Single(resource => resource.Name == name);
}
