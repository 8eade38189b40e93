import Testing

@testable import Common

@Suite struct `Numbers for people` {
    @Test(
        arguments: [
            (0.1 + 0.2, 2, "0.30"), (-0.0001, 2, "0.00"), (-0.006, 2, "-0.01"), (2.5, 0, "2"), (12, 1, "12.0"),
            (-.infinity, 1, "-inf"), (.nan, 1, "nan"), (1, -1, "1"),
        ] as [(Double, Int, String)])
    func `have a fixed number of decimals`(_ number: Double, _ decimals: Int, _ expected: String) {
        #expect(fixed(number, decimals) == expected)
        #expect(fixed(Float(number), decimals) == expected)
    }

    @Test(arguments: [
        (0, "0.0 s"), (0.42, "0.4 s"), (9.94, "9.9 s"), (9.96, "10 s"), (59.4, "59 s"), (59.6, "1 min 00 s"),
        (185, "3 min 05 s"), (3600, "1 h 00 min"), (7800, "2 h 10 min"), (1e19, "2501999792983 h 36 min"),
    ])
    func `say how long`(_ seconds: Double, _ expected: String) { #expect(readable(.seconds(seconds)) == expected) }

    @Test(arguments: [
        (17, "17 bytes"), (999, "999 bytes"), (1000, "1.0 kB"), (3_214_948, "3.2 MB"), (99_500_000, "100 MB"),
        (213_000_000, "213 MB"), (999_600_000, "1.0 GB"), (5_000_000_000_000_000, "5000 TB"),
    ])
    func `say how much`(_ bytes: Int, _ expected: String) { #expect(readable(bytes: bytes) == expected) }

    @Test(
        arguments: [
            (0.12, 3, "+0.120"), (-0.034, 3, "-0.034"), (0, 1, "0.0"), (-0.0004, 2, "0.00"), (0.0004, 2, "0.00"),
            (.infinity, 1, "+inf"), (-.infinity, 1, "-inf"), (.nan, 1, "nan"),
        ] as [(Double, Int, String)])
    func `have a sign where it matters`(_ number: Double, _ decimals: Int, _ expected: String) {
        #expect(signed(number, decimals) == expected)
    }

    @Test func `shares are in whole percent`() {
        #expect(percent(0.374) == "37 %" && percent(Float(1)) == "100 %" && percent(0.125) == "13 %")
        #expect(percent(-0.004) == "0 %" && percent(Double.nan) == "nan %" && percent(-0.5) == "-50 %")
    }

    @Test(
        arguments: [
            (0.13857990358259994, 4, 0.1386), (-2.999067, 4, -2.999), (56499.363, 3, 56500), (4.7683716e-07, 2, 4.8e-7),
            (0, 3, 0), (9.996, 3, 10), (7, 0, 7), (.infinity, 2, .infinity),
        ] as [(Double, Int, Double)])
    func `are rounded to significant digits`(_ number: Double, _ digits: Int, _ expected: Double) {
        #expect(significant(number, digits) == expected)
        #expect("\(significant(Float(number), digits))" == "\(Float(expected))")
    }

    @Test func `what is not a number stays so`() { #expect(significant(Float.nan, 3).isNaN) }

    @Test func `count`() {
        #expect(counted(1, "hint") == "1 hint" && counted(0, "hint") == "0 hints")
        #expect(twoDigits(7) == "07" && twoDigits(12) == "12")
    }
}
