using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace QualifyBot.Tests.Support;

/// <summary>A real redis-server on a free loopback port, without persistence, in a folder of its own.</summary>
public sealed class RedisServer : IDisposable
{
    private static readonly Lazy<RedisServer> TheShared = new(() => new());

    // Servers of one process never ask for the same port, those of two processes hardly ever.
    private static int lastPort = Environment.ProcessId * 37 % 20_000;

    private readonly TempFolder folder = new();
    private readonly bool cluster;
    private Process process;

    public RedisServer(bool cluster = false)
    {
        this.cluster = cluster;
        Port = FreePort();
        process = Start();
        if (cluster)
        {
            _ = Ask("CLUSTER ADDSLOTSRANGE 0 16383");
            WaitFor(() => Ask("CLUSTER INFO").Contains("cluster_state:ok", StringComparison.Ordinal));
        }
    }

    /// <summary>The one server that tests share, each with a prefix of its own; it ends with the test process.</summary>
    public static RedisServer Shared => TheShared.Value;

    public int Port { get; }

    /// <summary>What StackExchange.Redis connects with.</summary>
    public string Configuration => $"127.0.0.1:{Port}";

    /// <summary>A prefix nobody else uses.</summary>
    public static string FreshPrefix() => $"t{Guid.NewGuid():N}";

    /// <summary>Ends the server as a power cut would; what it held is lost.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Stops the server in its tracks, as a machine that hangs does; its connections stay.</summary>
    public void Freeze() => Signal("-STOP");

    /// <summary>Lets a frozen server go on.</summary>
    public void Thaw() => Signal("-CONT");

    /// <summary>Starts it anew, empty, on the same port.</summary>
    public void Restart() => process = Start();

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
        folder.Dispose();
    }

    /// <summary>Sends one inline command over a connection of its own and gives the raw answer.</summary>
    public string Ask(string command)
    {
        using var client = new TcpClient { ReceiveTimeout = 20_000 };
        client.Connect(IPAddress.Loopback, Port);
        using var stream = client.GetStream();
        stream.Write(Encoding.UTF8.GetBytes($"{command}\r\n"));
        var buffer = new byte[64 * 1024];
        return Encoding.UTF8.GetString(buffer, 0, stream.Read(buffer));
    }

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private static int FreePort()
    {
        // Redis Cluster also takes the port 10,000 above.
        int port;
        do
        {
            port = 20_000 + (Interlocked.Increment(ref lastPort) % 20_000);
        }
        while (!IsFree(port) || !IsFree(port + 10_000));

        return port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("redis-server")
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            ArgumentList =
            {
                "--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder.Root,
                "--cluster-enabled", cluster ? "yes" : "no", "--enable-debug-command", "local",
            },
        };
        Process started;
        try
        {
            started = Process.Start(start)!;
        }
        catch (Win32Exception problem)
        {
            throw new InvalidOperationException("redis-server is missing. Run ./test.sh, or: apt-get install redis-server", problem);
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => EndQuietly(started);
        started.OutputDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        WaitFor(() => Ask("INFO server").Contains($"process_id:{started.Id}\r", StringComparison.Ordinal));
        return started;
    }

    private static void EndQuietly(Process started)
    {
        try
        {
            started.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended, or its test disposed of it.
        }
    }

    private void WaitFor(Func<bool> ready)
    {
        var watch = Stopwatch.StartNew();
        while (!Answers(ready))
        {
            if (watch.Elapsed > TimeSpan.FromSeconds(20))
            {
                throw new InvalidOperationException($"redis-server on port {Port} does not get ready, or the port was taken by another just now.");
            }

            Thread.Yield();
        }
    }

    private static bool Answers(Func<bool> ready)
    {
        try
        {
            return ready();
        }
        catch (Exception problem) when (problem is SocketException or IOException)
        {
            return false;
        }
    }
}
