// When machines are sold, and what all prices were then.

import Tensors

/// A day, counted from 1 January 1989.
struct SaleDate {
    let day: Int
    let year: Int, month: Int, dayOfMonth: Int
    /// Which part of the year is over.
    private let part: Float

    /// 30 April 2012.
    static let lastDay = 8520

    /// A weekday: what would be a weekend is the Thursday or Friday before.
    init(day: Int) {
        // The first day was a Sunday.
        let weekday = (day + 7) % 7
        let day = max(1, weekday == 0 || weekday == 6 ? day - 2 : day)
        self.day = day
        var (rest, year) = (day, 1989)
        while rest >= Self.length(year) { (rest, year) = (rest - Self.length(year), year + 1) }
        part = Float(rest) / Float(Self.length(year))
        var month = 0
        let lengths = [31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        while rest >= lengths[month] { (rest, month) = (rest - lengths[month], month + 1) }
        (self.year, self.month, dayOfMonth) = (year, month + 1, rest + 1)
    }

    /// True from 1901 to 2099.
    private static func length(_ year: Int) -> Int { year % 4 == 0 ? 366 : 365 }

    /// As the real table has it: 11/16/2006 0:00.
    var text: String { "\(month)/\(dayOfMonth)/\(year) 0:00" }

    /// The day on which this share of all sales was over, give or take some weeks: more and more are sold.
    static func day(_ share: Float, _ random: inout SplitMix64) -> Int {
        let course: [(share: Float, day: Float)] = [
            (0, 0), (0.12, 4017), (0.3, 5844), (0.78, 8035), (0.88, 8308), (0.94, 8400), (1, Float(lastDay)),
        ]
        let next = course.firstIndex { share < $0.share } ?? course.count - 1
        let (low, high) = (course[next - 1], course[next])
        let day = low.day + (high.day - low.day) * (share - low.share) / (high.share - low.share)
        return min(lastDay, max(0, Int(day) + Int(12 * random.bell())))
    }

    /// Prices in comparison to those of 1989: they rose slowly, fell in 2009, and rise fast since then.
    var priceLevel: Float {
        var level: Float = 1
        for past in 1989..<year { level *= Self.growth(past) }
        return level * (1 + (Self.growth(year) - 1) * part)
    }

    private static func growth(_ year: Int) -> Float {
        switch year {
        case ..<2008: 1.012
        case 2008: 0.96
        case 2009: 0.9
        case 2010: 1.1
        default: growthAtTheEnd
        }
    }

    /// In a year, from 2011 on.
    static let growthAtTheEnd: Float = 1.4
}

let usStates = [
    "Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Connecticut", "Delaware", "Florida",
    "Georgia", "Hawaii", "Idaho", "Illinois", "Indiana", "Iowa", "Kansas", "Kentucky", "Louisiana", "Maine",
    "Maryland", "Massachusetts", "Michigan", "Minnesota", "Mississippi", "Missouri", "Montana", "Nebraska", "Nevada",
    "New Hampshire", "New Jersey", "New Mexico", "New York", "North Carolina", "North Dakota", "Ohio", "Oklahoma",
    "Oregon", "Pennsylvania", "Puerto Rico", "Rhode Island", "South Carolina", "South Dakota", "Tennessee", "Texas",
    "Unspecified", "Utah", "Vermont", "Virginia", "Washington", "Washington DC", "West Virginia", "Wisconsin",
    "Wyoming",
]
