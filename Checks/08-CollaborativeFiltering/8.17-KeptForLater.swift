import Exercises08
import Practice
import Solutions08

let keptForLater = Check(
    "8.17",
    answer(
        "splitByTime(users:times:share:)", Exercises08.splitByTime(users:times:share:),
        Solutions08.splitByTime(users:times:share:))
) { split in
    let users = [7, 7, 3, 7, 3, 9, 7]
    let times = [50, 10, 5, 40, 5, 1, 20]
    let half = try split(users, times, 0.5)
    try expectEqual(half.its("valid", \.valid), [0, 3, 4])
    try expectEqual(half.its("train", \.train), [1, 2, 5, 6])
    let all = try split(users, times, 1)
    try expectEqual(all.its("valid", \.valid), [0, 3, 4, 6])
    try expectEqual(all.its("train", \.train), [1, 2, 5])
    let none = try split(users, times, 0)
    try expectEqual(none.its("valid", \.valid), [])
    try expectEqual(none.its("train", \.train), [0, 1, 2, 3, 4, 5, 6])
    try expectEqual(try split([], [], 0.2).its("train", \.train), [])
}
