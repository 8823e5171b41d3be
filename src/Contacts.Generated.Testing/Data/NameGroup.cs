namespace Contacts.Generated.Testing;

/// <summary>Names in one language, and how it writes a full name.</summary>
internal sealed record NameGroup(
    string Language, string AreaCode, string TimeZone, bool FamilyNameFirst, string FirstNames, string LastNames)
{
    /// <summary>Invented combinations of common names, in several scripts.</summary>
    public static IReadOnlyList<NameGroup> All { get; } =
    [
        new(
            "en", "1", "America/New_York", false,
            "Alice Brian Chloe Daniel Emma Frank Grace Henry",
            "Smith O'Brien Miller Clark Adams Baker Turner Young"),
        new(
            "vi", "84", "Asia/Ho_Chi_Minh", false,
            "Anh Bảo Châu Dũng Hương Linh Minh Thảo",
            "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi"),
        new(
            "zh_tw", "886", "Asia/Taipei", true,
            "小明 美玲 志強 淑芬 家豪 怡君 俊傑 雅婷",
            "王 李 張 陳 林 黃 吳 劉"),
        new(
            "zh_cn", "86", "Asia/Shanghai", true,
            "伟 芳 娜 强 磊 洋 艳 杰",
            "王 李 张 刘 陈 杨 赵 周"),
        new(
            "ja", "81", "Asia/Tokyo", true,
            "太郎 花子 健一 美咲 翔太 さくら 大輔 ひかり",
            "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村"),
        new(
            "ko", "82", "Asia/Seoul", true,
            "민준 서연 지훈 수빈 현우 지민 은지 도윤",
            "김 이 박 최 정 강 조 윤"),
        new(
            "de", "49", "Europe/Berlin", false,
            "Jürgen Käthe Björn Zoë Lukas Anna Gerd Uwe",
            "Müller Weiß Schäfer Köhler Groß Böhm Krüger Voß"),
        new(
            "ru", "7", "Europe/Moscow", false,
            "Анна Борис Вера Григорий Дарья Иван Мария Олег",
            "Иванов Петрова Сидоров Кузнецова Попов Волкова Соколов Лебедева"),
        new(
            "el", "30", "Europe/Athens", false,
            "Γιώργος Ελένη Νίκος Μαρία Κώστας Σοφία Άρης Ζωή",
            "Παπαδόπουλος Γεωργίου Νικολάου Αγγέλου Δημητρίου Οικονόμου Ιωάννου Βασιλείου"),
        new(
            "ar", "971", "Asia/Dubai", false,
            "أحمد فاطمة محمد ليلى يوسف مريم خالد نور",
            "الحسن العلي السعيد النجار الحداد المصري الخطيب الأحمد"),
        new(
            "th", "66", "Asia/Bangkok", false,
            "สมชาย สุดา อนันต์ มาลี กิตติ ปรีชา วิภา นภา",
            "ใจดี สุขสันต์ ทองดี ศรีสุข มั่นคง วงศ์ไทย บุญมา แสงทอง"),
    ];

    public string[] First { get; } = FirstNames.Split(' ');

    public string[] Last { get; } = LastNames.Split(' ');

    public string Display(string first, string last) => FamilyNameFirst ? last + first : $"{first} {last}";
}
