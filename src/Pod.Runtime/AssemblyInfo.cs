using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Pod.Runtime.Tests")]
[assembly: InternalsVisibleTo("Pod.Client.Tests")]
[assembly: InternalsVisibleTo("Pod.Testing")]
[assembly: InternalsVisibleTo("Pod.Redis")]
[assembly: InternalsVisibleTo("Pod.Redis.Tests")]
