"""What a visitor can choose, page by page, and how it stands in an address.

Pages, figures and documents read the same parameters, so that one view has one address.
"""
