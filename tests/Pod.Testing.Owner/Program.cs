using Helpdesk.Server;
using Pod.Testing;

// Begins a test with a database of its own, says so in one line, and waits to be killed.
await using var host = new PodTestHost<Protocol>();
await using var test = await host.BeginAsync(Isolation.Database);
await Ticket.Db.InsertRowAsync(test.Session, new Ticket { Title = "Left behind" });
Console.WriteLine($"READY|{test.Session.Database.Name}");
await Console.In.ReadToEndAsync();
