using Pod.EmbeddedPostgres;

// Starts a server on the folder in the first argument, which it shares if the second one says so, says so in one line, and stops it when the input ends.
try
{
    await using var server = await EmbeddedPostgresServer.StartAsync(new EmbeddedPostgresOptions
    {
        DataDirectory = args[0],
        AllowDownload = false,
        Shared = args is [_, "shared"],
        Log = line => Console.Error.WriteLine(line),
    });
    Console.WriteLine($"READY|{server.ProcessId}|{server.DataDirectory}|{server.ConnectionString}");
    await Console.In.ReadToEndAsync();
}
catch (EmbeddedPostgresException exception)
{
    Console.WriteLine($"FAILED|{exception.Message.ReplaceLineEndings(" ")}");
    return 3;
}

Console.WriteLine("STOPPED");
return 0;
