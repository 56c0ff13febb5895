using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Pod_Part.Server.Tests;

public sealed class EntryTests(ModuleFixture pod) : PodTest(pod), IClassFixture<ModuleFixture>
{
    [Fact]
    public async Task Entries_are_kept_the_newest_first()
    {
        await Endpoints.Entry.AddAsync(Sessions, "one");
        await Endpoints.Entry.AddAsync(Sessions, "two");

        Assert.Equal(["two", "one"], (await Endpoints.Entry.RecentAsync(Sessions)).Select(static entry => entry.Text));
        Assert.Equal(2, await Entry.Db.CountAsync(Session));
    }

    [Fact]
    public async Task A_text_is_cut_where_the_settings_say()
    {
        var longest = Services.GetRequiredService<IOptions<PodPartOptions>>().Value.MaxLength;

        var entry = await Endpoints.Entry.AddAsync(Sessions, new string('x', longest + 1));

        Assert.Equal(longest, entry.Text.Length);
    }
}
