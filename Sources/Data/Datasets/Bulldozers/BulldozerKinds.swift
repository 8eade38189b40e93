// What kinds of machines there are, and what they may be fitted with: the words are those of the real table.

/// A group of products, such as wheel loaders.
struct ProductGroup: Sendable {
    let code: String
    let description: String
    /// Of all machines.
    let share: Float
    /// What a new machine of a middling class costs in comparison to others.
    let price: Float
    let classes: [ProductClass]
    /// Where the driver sits: the more likely it is the further it is in front.
    let enclosures: [String]

    /// A class of size. Many products have no size of their own.
    struct ProductClass: Sendable {
        let size: String
        let description: String
        /// What a machine of this class costs in comparison.
        let price: Float
    }

    static let all: [ProductGroup] = [
        group(
            "TEX", "Track Excavators", 0.25, 66_000, "Hydraulic Excavator, Track - ", " Metric Tons",
            [
                ("Mini", "3.0 to 4.0", 0.4), ("Small", "12.0 to 14.0", 0.75), ("Medium", "21.0 to 24.0", 1),
                ("Large / Medium", "28.0 to 33.0", 1.3), ("Large", "66.0 to 90.0", 1.8),
            ], ["EROPS", "EROPS w AC", "OROPS", "NO ROPS"]),
        group(
            "TTT", "Track Type Tractors", 0.2, 54_000, "Track Type Tractor, Dozer - ", " Horsepower",
            [
                ("Small", "20.0 to 75.0", 0.7), ("Medium", "85.0 to 105.0", 1), ("", "130.0 to 160.0", 1.3),
                ("Large", "260.0 +", 2),
            ], ["OROPS", "EROPS", "EROPS w AC", "EROPS AC"]),
        group(
            "BL", "Backhoe Loaders", 0.2, 39_000, "Backhoe Loader - ", " Ft Standard Digging Depth",
            [("", "14.0 to 15.0", 0.9), ("", "15.0 to 16.0", 1.1), ("", "16.0 +", 1.3)],
            ["OROPS", "EROPS", "EROPS w AC", "None or Unspecified"]),
        group(
            "WL", "Wheel Loader", 0.17, 63_000, "Wheel Loader - ", " Horsepower",
            [
                ("Compact", "40.0 to 60.0", 0.5), ("Small", "80.0 to 90.0", 0.75), ("Medium", "150.0 to 175.0", 1.1),
                ("Large / Medium", "225.0 to 250.0", 1.5), ("", "275.0 to 350.0", 1.8),
                ("Large", "350.0 to 500.0", 2.1),
            ], ["EROPS", "EROPS w AC", "OROPS", "EROPS AC"]),
        group(
            "SSL", "Skid Steer Loaders", 0.12, 19_000, "Skid Steer Loader - ", " Lb Operating Capacity",
            [("", "1351.0 to 1601.0", 0.85), ("", "1751.0 to 2201.0", 1), ("", "2201.0 to 2701.0", 1.2)],
            ["OROPS", "EROPS", "EROPS w AC", "NO ROPS"]),
        group(
            "MG", "Motor Graders", 0.06, 82_000, "Motorgrader - ", " Horsepower",
            [("", "45.0 to 130.0", 0.8), ("", "145.0 to 170.0", 1), ("", "170.0 to 200.0", 1.2)],
            ["EROPS", "EROPS w AC", "OROPS", "None or Unspecified"]),
    ]

    private static func group(
        _ code: String, _ description: String, _ share: Float, _ price: Float, _ prefix: String, _ unit: String,
        _ classes: [(size: String, range: String, price: Float)], _ enclosures: [String]
    ) -> ProductGroup {
        ProductGroup(
            code: code, description: description, share: share, price: price,
            classes: classes.map { .init(size: $0.size, description: prefix + $0.range + unit, price: $0.price) },
            enclosures: enclosures)
    }
}

/// A column that says what a machine is fitted with.
struct Fitting: Sendable {
    let column: String
    /// The groups of products that may have it; all others have nothing in this column.
    let groups: Set<String>
    let levels: [String]

    /// In the order of the table's columns. None of them says anything about the price but what its group says.
    static let all: [Fitting] = [
        of("Drive_System", "BL MG", "Two Wheel Drive|Four Wheel Drive|All Wheel Drive|No"),
        of("Forks", "BL WL SSL", noneOrYes), of("Pad_Type", "BL", "None or Unspecified|Reversible|Street|Grouser"),
        of("Ride_Control", "BL WL", "No|None or Unspecified|Yes"), of("Stick", "BL", "Standard|Extended"),
        of(
            "Transmission", "BL TTT MG", "Standard|Powershift|Powershuttle|Hydrostatic|Direct Drive|None or Unspecified"
        ),
        of("Turbocharged", "BL", noneOrYes), of("Blade_Extension", "MG", noneOrYes),
        of("Blade_Width", "MG", "12'|13'|14'|16'|<12'|None or Unspecified"),
        of("Enclosure_Type", "MG", "None or Unspecified|Low Profile|High Profile"),
        of("Engine_Horsepower", "MG", "No|Variable"),
        of(
            "Hydraulics", "TEX TTT WL SSL",
            "Standard|2 Valve|Auxiliary|3 Valve|4 Valve|Base + 1 Function|Base + 2 Function|Base + 3 Function"
                + "|Base + 4 Function|Base + 5 Function|Base + 6 Function|None or Unspecified"),
        of("Pushblock", "MG", noneOrYes), of("Ripper", "TTT MG", "None or Unspecified|Yes|Multi Shank|Single Shank"),
        of("Scarifier", "MG", noneOrYes), of("Tip_Control", "MG", "None or Unspecified|Sideshift & Tip|Tip"),
        of(
            "Tire_Size", "WL MG",
            "20.5|None or Unspecified|23.5|17.5|26.5|14\"|20.5\"|23.5\"|29.5|17.5\"|26.5\"|15.5|15.5\"|13\"|10\"|7.0\"|10 inch"
        ),
        of("Coupler", "BL TEX WL", "None or Unspecified|Manual|Hydraulic"), of("Coupler_System", "SSL", noneOrYes),
        of("Grouser_Tracks", "SSL", noneOrYes),
        of("Hydraulics_Flow", "SSL", "Standard|High Flow|None or Unspecified"),
        of("Track_Type", "TEX", "Steel|Rubber"),
        of("Undercarriage_Pad_Width", "TEX", "None or Unspecified|28 inch|32 inch|24 inch|20 inch|16 inch|31.5 inch"),
        of("Stick_Length", "TEX", "None or Unspecified|9' 6\"|10' 6\"|9' 10\"|11' 0\"|12' 4\"|8' 6\""),
        of("Thumb", "TEX", "None or Unspecified|Manual|Hydraulic"),
        of("Pattern_Changer", "TEX", "None or Unspecified|Yes|No"), of("Grouser_Type", "TEX", "Double|Triple|Single"),
        of("Backhoe_Mounting", "TTT", noneOrYes),
        of(
            "Blade_Type", "TTT",
            "PAT|None or Unspecified|Straight|Semi U|VPAT|U|Angle|Universal|No|Landfill"),
        of(
            "Travel_Controls", "TTT",
            "None or Unspecified|Differential Steer|Finger Tip|2 Pedal|Lever|Pedal|1 Speed"),
        of("Differential_Type", "WL", "Standard|Limited Slip|No Spin|Locking"),
        of("Steering_Controls", "WL", "Conventional|Command Control|Four Wheel Standard|Wheel|No"),
    ]

    private static let noneOrYes = "None or Unspecified|Yes"

    private static func of(_ column: String, _ groups: String, _ levels: String) -> Fitting {
        Fitting(
            column: column, groups: Set(groups.split(separator: " ").map(String.init)),
            levels: levels.split(separator: "|").map(String.init))
    }
}
