using Npgsql;
using Startup.Peer;

// What the suite "startup" compares the Chat sample with: a minimal API with one query, which answers the same JSON.
var builder = WebApplication.CreateBuilder(args);
builder.Services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, ChannelJson.Default));
await using var database = new NpgsqlSlimDataSourceBuilder(builder.Configuration.GetConnectionString("poddb")).Build();
var app = builder.Build();
app.MapPost("/channel/list", async (CancellationToken cancellationToken) =>
{
    await using var command = database.CreateCommand("""SELECT "id", "name", "state", "createdAt" FROM "channel" ORDER BY "name" """);
    await using var rows = await command.ExecuteReaderAsync(cancellationToken);
    var channels = new List<Channel>();
    while (await rows.ReadAsync(cancellationToken))
    {
        channels.Add(new Channel(rows.GetInt64(0), rows.GetString(1), rows.GetString(2), rows.GetDateTime(3)));
    }

    return channels;
});
await app.RunAsync();
