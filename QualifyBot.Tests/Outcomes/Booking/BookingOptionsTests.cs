using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Bot.Storage;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Outcomes.Booking;

public sealed class BookingOptionsTests
{
    [Fact]
    public void Nothing_configured_is_valid() => Assert.True(new BookingOptionsCheck().Validate(null, new BookingOptions()).Succeeded);

    [Fact]
    public void All_of_it_can_be_configured()
    {
        var options = Bind(new()
        {
            ["Booking:TimeZone"] = "America/New_York",
            ["Booking:Reps:0:Name"] = "Ana",
            ["Booking:Reps:0:Email"] = "ana@example.com",
            ["Booking:Reps:1:Name"] = "Bo",
            ["Booking:WorkingHours:Saturday"] = "10:00-24:00",
            ["Booking:SlotMinutes"] = "45",
            ["Booking:BufferMinutes"] = "15",
            ["Booking:NoticeHours"] = "0",
            ["Booking:HorizonDays"] = "7",
            ["Booking:Holidays:0"] = "2026-12-24",
            ["Booking:Title"] = "Tour",
            ["Booking:Location"] = "Room 1",
            ["Booking:MeetingUrl"] = "https://meet.example/x",
        });

        Assert.Equal(["Ana", "Bo"], options.Reps.Select(rep => rep.Name));
        Assert.Equal("ana@example.com", options.Reps[0].Email);
        Assert.Equal("10:00-24:00", Assert.Single(options.WorkingHours).Value);
        Assert.Equal("2026-12-24", Assert.Single(options.Holidays));
        Assert.Equal(("America/New_York", 45, 15, 0, 7), (options.TimeZone, options.SlotMinutes, options.BufferMinutes, options.NoticeHours, options.HorizonDays));
        Assert.Equal(("Tour", "Room 1", "https://meet.example/x"), (options.Title, options.Location, options.MeetingUrl));
    }

    [Theory]
    [InlineData("TimeZone", "Europe/Atlantis", "Europe/Berlin")]
    [InlineData("TimeZone", "", "IANA")]
    [InlineData("SlotMinutes", "0", "multiple of 5 from 5 to 480")]
    [InlineData("SlotMinutes", "31", "multiple of 5")]
    [InlineData("SlotMinutes", "485", "multiple of 5")]
    [InlineData("BufferMinutes", "-5", "from 0 to 240")]
    [InlineData("NoticeHours", "-1", "from 0 to 720")]
    [InlineData("NoticeHours", "600", "HorizonDays")]
    [InlineData("HorizonDays", "366", "from 1 to 365")]
    [InlineData("Reps:0:Name", " ", "1 to 100 characters")]
    [InlineData("Reps:0:Name", "Ana\nBo", "one line")]
    [InlineData("Reps:0:Email", "a@b@c", "sales@example.com")]
    [InlineData("Reps:0:Email", "x y@example.com", "sales@example.com")]
    [InlineData("Reps:1:Name", "ANA", "twice")]
    [InlineData("WorkingHours:Mittwoch", "09:00-12:00", "Monday")]
    [InlineData("WorkingHours:1", "09:00-12:00", "Monday")]
    [InlineData("WorkingHours:Monday", "12:00-09:00", "09:00-12:00")]
    [InlineData("WorkingHours:Monday", "9-12", "09:00-12:00")]
    [InlineData("WorkingHours:Monday", "09:00-12:03", "steps of 5 minutes")]
    [InlineData("WorkingHours:Monday", "09:00-25:00", "09:00-12:00")]
    [InlineData("WorkingHours:Monday", "-", "09:00-12:00")]
    [InlineData("WorkingHours:Monday", "09:00-12:00, 11:00-13:00", "overlap")]
    [InlineData("WorkingHours:Monday", "09:00-09:25", "fits into no day")]
    [InlineData("WorkingHours:Monday", "", "fits into no day")]
    [InlineData("Holidays:0", "24.12.2026", "2026-12-24")]
    [InlineData("Title", "", "calendar entry")]
    [InlineData("MeetingUrl", "meet.example", "https://")]
    [InlineData("MeetingUrl", "javascript:alert(1)", "https://")]
    public void What_is_wrong_stops_the_start_with_its_place_and_a_remedy(string key, string value, string remedy)
    {
        var settings = new Dictionary<string, string?> { ["Booking:Reps:0:Name"] = "Ana", ["Booking:" + key] = value };

        var problem = Assert.Single(Assert.Throws<OptionsValidationException>(() => Bind(settings)).Failures);

        Assert.StartsWith("Booking:" + key.Split(':')[0], problem, StringComparison.Ordinal);
        Assert.Contains(remedy, problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_refuses_options_that_are_wrong()
    {
        await using var store = SqliteStore.Open(":memory:", new TestClock());

        var fault = Assert.Throws<ArgumentException>(() => new DemoCalendar(store, new BookingOptions { SlotMinutes = 7, HorizonDays = 0 }, (_, _, _) => new(true)));

        Assert.Contains("SlotMinutes", fault.Message, StringComparison.Ordinal);
        Assert.Contains("HorizonDays", fault.Message, StringComparison.Ordinal);
    }

    private static BookingOptions Bind(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection().AddSingleton<IValidateOptions<BookingOptions>, BookingOptionsCheck>();
        services.AddOptions<BookingOptions>().Bind(configuration.GetSection(BookingOptions.Section));
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<BookingOptions>>().Value;
    }
}
