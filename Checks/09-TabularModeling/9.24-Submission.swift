import Exercises09
import Foundation
import Practice
import Solutions09

let submissionFile = Check(
    "9.24",
    answer(
        "submissionFile(_:_:prices:)", Exercises09.submissionFile(_:_:prices:),
        Solutions09.submissionFile(_:_:prices:))
) { file in
    let head = "SalesID,SalePrice\n"
    try expectEqual(file([7, 3], [[log(200), log(90)]], 100...1000), head + "3,100\n7,200\n")
    // The mean is one of logarithms: of 100 and 400 it is 200, not 250.
    try expectEqual(file([5], [[log(100)], [log(400)]], 1...1000), head + "5,200\n")
    // The limits hold for what is sent in, not for each model: the mean of 10 and 4000 is 200.
    try expectEqual(file([5], [[log(10)], [log(4000)]], 100...1000), head + "5,200\n")
    try expectEqual(file([2, 1, 10], [[0, 20, 5]], 5...5000), head + "1,5000\n2,5\n10,148\n")
    try expectEqual(file([1, 2], [[log(9.6), log(9.4)]], 1...100), head + "1,10\n2,9\n")
    try expectEqual(file([4], [[log(8)], [log(8)], [log(64)]], 1...100), head + "4,16\n")
    try expectEqual(file([], [[]], 1...2), head)
}
