using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Pod.Runtime.Tests")]
[assembly: InternalsVisibleTo("Pod.Client.Tests")]
[assembly: InternalsVisibleTo("Pod.Testing")]
