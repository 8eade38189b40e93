import Testing

@Suite struct `7 Questionnaire` {}
