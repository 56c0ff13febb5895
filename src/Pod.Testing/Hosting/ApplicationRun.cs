using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Pod.Testing.Hosting;

/// <summary>
/// One run of a program, as a rule the application's own, in this process. .NET announces on a diagnostic channel that a host is being built, and lets
/// listeners change it; test hosts of ASP.NET Core and the tools of EF Core come in by the same door.
/// </summary>
internal sealed class ApplicationRun(Action<string[]> program, string[] arguments, Action<IHostBuilder> configure)
    : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    // Several runs at once hear of each other's hosts.
    private static readonly AsyncLocal<ApplicationRun?> Current = new();

    private readonly List<IDisposable> _subscriptions = [];
    private readonly TaskCompletionSource<IHost> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IHostApplicationLifetime? _lifetime;

    /// <summary>Gives the program of an assembly.</summary>
    /// <exception cref="PodTestStartException">It is a library.</exception>
    public static Action<string[]> ProgramOf(Assembly application)
    {
        var entryPoint = application.EntryPoint ?? throw new PodTestStartException(
            $"'{application.GetName().Name}' is no program, so there is no server to start. Reference the project with Program.cs, and take its Protocol; "
            + "for a module, set PodTestHostOptions.Program.");
        return arguments => entryPoint.Invoke(null, BindingFlags.DoNotWrapExceptions, null, entryPoint.GetParameters().Length == 0 ? [] : [arguments], null);
    }

    /// <summary>Runs the program until its server has started.</summary>
    public async Task<IHost> StartAsync(TimeSpan timeout)
    {
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        // Programs block their thread until the server stops.
        new Thread(Run) { IsBackground = true, Name = "Pod server under test" }.Start();
        try
        {
            return await _started.Task.WaitAsync(timeout, TimeProvider.System).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _lifetime?.StopApplication();
            throw new PodTestStartException($"The server has not started within {timeout.TotalSeconds:0.#} seconds. Raise PodTestHostOptions.StartTimeout if it needs longer.");
        }
        finally
        {
            _subscriptions.ForEach(static subscription => subscription.Dispose());
        }
    }

    /// <summary>Stops the server and waits until the program has ended.</summary>
    public Task StopAsync()
    {
        _lifetime?.StopApplication();
        return _ended.Task;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting")
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (Current.Value != this)
        {
            return;
        }

        switch (value)
        {
            case { Key: "HostBuilding", Value: IHostBuilder builder }:
                configure(builder);
                break;
            case { Key: "HostBuilt", Value: IHost host }:
                _lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
                _lifetime.ApplicationStarted.Register(() => _started.TrySetResult(host));
                break;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private void Run()
    {
        Current.Value = this;
        try
        {
            program(arguments);
            _started.TrySetException(new PodTestStartException("The program ended before its server had started."));
        }
#pragma warning disable CA1031 // Whatever the program throws belongs to whoever started it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _started.TrySetException(StartFailure.Explain(exception));
        }
        finally
        {
            _ended.TrySetResult();
        }
    }
}
