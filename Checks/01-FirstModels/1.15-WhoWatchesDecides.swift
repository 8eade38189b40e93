import Exercises01
import Practice
import Solutions01

let whoWatchesDecides = Check(
    "1.15",
    answer(
        "shares(fans:fanHours:others:days:)", Exercises01.shares(fans:fanHours:others:days:),
        Solutions01.shares(fans:fanHours:others:days:))
) { shares in
    try expectClose(try shares(1, 2, 2, 2), [0.5, 2.0 / 3, 0.8], tolerance: 1e-12)
    // Without fans, or with fans who watch nothing, nothing changes.
    try expectClose(try shares(0, 5, 10, 3), [0.5, 0.5, 0.5, 0.5], tolerance: 1e-12)
    try expectClose(try shares(7, 0, 10, 2), [0.5, 0.5, 0.5], tolerance: 1e-12)
    // Nobody else, and nobody at all.
    try expectClose(try shares(3, 1, 0, 2), [0.5, 1, 1], tolerance: 1e-12)
    try expectClose(try shares(0, 1, 0, 2), [0.5, 0.5, 0.5], tolerance: 1e-12)
    try expectClose(try shares(1, 2, 2, 0), [0.5], tolerance: 1e-12)
    // One fan in a hundred, who watches ten hours, is enough, given time.
    let found = try shares(1, 10, 99, 60)
    try expect(found.its("share after 60 days") { $0[60] }, "above 0.99") { $0 > 0.99 }
    try expect(found.its("all shares") { $0 }, "shares that rise from day to day") { all in
        zip(all, all.dropFirst()).allSatisfy { $0 < $1 }
    }
}
