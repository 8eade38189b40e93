// Exercise 20.10 · What is still missing
// Section 20.3, question 20.7: Chapters/20-WhatNext/03-Checklist.swift

import Practice

/// How many answers each area still needs. Keys are "area.number", or "area.number.letter" for a part; the area is what
/// comes before the first full stop. `wanted` are all keys; an answer counts if it has anything but spaces in it.
///
/// Areas that are complete are there, with 0.
///
/// wanted ["data.1", "data.2", "people.1.a"], answers ["data.2": "no", "people.1.a": " "] → ["data": 1, "people": 1]
public func missingByArea(_ wanted: [String], answers: [String: String]) throws -> [String: Int] {
    throw Unanswered("20.10")
}
