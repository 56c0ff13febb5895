using System.Diagnostics;
using System.Text.Json;

namespace Pod.Cli.Development.Instance;

/// <summary>The file that says who runs in an instance's folder, so that a second start can name the first and clean up after one that was killed.</summary>
internal sealed class InstanceRecord
{
    private readonly Lock _gate = new();
    private readonly string _file;
    private InstanceState _state;

    public InstanceRecord(InstanceFolder folder)
    {
        _file = folder.StateFile;
        _state = new InstanceState(Environment.ProcessId, folder.Socket, Address: null, []);
        Write();
    }

    public string? Address => _state.Address;

    /// <summary>Reads what an instance has written; null when none has, or not yet.</summary>
    public static InstanceState? Read(InstanceFolder folder)
    {
        try
        {
            return JsonSerializer.Deserialize<InstanceState>(File.ReadAllText(folder.StateFile), JsonSerializerOptions.Web);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    public void Listens(string? address) => Change(state => state with { Address = address });

    public void Started(Process child)
    {
        if (ChildIdentity.Of(child) is { } identity)
        {
            Change(state => state with { Children = [.. state.Children, identity] });
        }
    }

    public void Ended(int processId) => Change(state => state with { Children = [.. state.Children.Where(child => child.ProcessId != processId)] });

    /// <summary>Removes the file: nothing runs any more.</summary>
    public void Delete() => File.Delete(_file);

    private void Change(Func<InstanceState, InstanceState> change)
    {
        lock (_gate)
        {
            _state = change(_state);
            Write();
        }
    }

    // A reader sees the old text or the new one.
    private void Write()
    {
        var half = _file + ".new";
        File.WriteAllText(half, JsonSerializer.Serialize(_state, JsonSerializerOptions.Web));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(half, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        File.Move(half, _file, overwrite: true);
    }
}
